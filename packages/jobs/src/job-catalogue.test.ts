import { expect, test } from 'vitest';
import { z } from 'zod';
import { jobCatalogue, queueNames, retryDelayMs } from './job-catalogue.ts';

test('names of queues and jobs contain no colon', () => {
  expect([...queueNames, ...Object.keys(jobCatalogue)].filter((name) => name.includes(':'))).toEqual([]);
});

test('retryDelayMs doubles the backoff, with jitter and an upper bound', () => {
  expect([1, 2, 3].map((attempt) => retryDelayMs(1_000, attempt, null, 0))).toEqual([500, 1_000, 2_000]);
  expect(retryDelayMs(1_000, 1, null, 0.999)).toBeGreaterThan(990);
  expect(retryDelayMs(1_000, 60, null, 1)).toBe(600_000);
});

test("retryDelayMs returns the provider's retry time, up to a maximum", () => {
  expect(retryDelayMs(1_000, 1, 42, 0.5)).toBe(42_000);
  expect(retryDelayMs(1_000, 1, 1e9, 0.5)).toBe(65 * 60_000);
});

/** The allowed fields of job payloads. None of them is a provider's text or credential. */
const allowed = [
  'changeId: string up to 200',
  'connectionId: string up to 200',
  'deliveryId: string up to 200',
  'erasureId: string up to 200',
  'failureId: string up to 200',
  'improvementId: string up to 200',
  'inboxIds[]: string up to 200',
  'noteId: string up to 200',
  'number: integer',
  'patternIds[]: string up to 200',
  'period.from: date-time',
  'period.kind: week | month',
  'period.until: date-time',
  // The name of a repository.
  'repository: string up to 300',
  'scope.kind: organisation',
  'scope.kind: service',
  'scope.kind: team',
  // The name of a service or team.
  'scope.name: string up to 200',
  // A stream's kind and location: `pulls:` and the name of a repository, or `incidents:` and the id of a service.
  'stream: string up to 500',
  'writeId: string up to 200',
];

/** Lists the path and type of every field that a schema accepts, such as `scope.name: string up to 200`. */
function listFields(schema: z.core.JSONSchema.JSONSchema, path = ''): string[] {
  const { type, properties, items, oneOf, enum: words, const: word, format, maxLength } = schema;
  if (oneOf !== undefined) return oneOf.flatMap((one) => listFields(one, path));
  if (type === 'array') return listFields(items as z.core.JSONSchema.JSONSchema, `${path}[]`);
  if (type === 'object' && properties !== undefined)
    return Object.entries(properties).flatMap(([name, field]) =>
      listFields(field as z.core.JSONSchema.JSONSchema, path === '' ? name : `${path}.${name}`),
    );
  const kind = word ?? words?.join(' | ') ?? format ?? (maxLength === undefined ? type : `${type} up to ${maxLength}`);
  return [`${path}: ${kind}`];
}

test('payloads contain only ids, numbers, times and names', () => {
  const schemas = Object.entries(jobCatalogue).flatMap(([name, { payload }]) => {
    // Uses its own zod registry, because other tests may have registered ids, which would be emitted as `$ref`.
    const schema = z.toJSONSchema(payload, { io: 'input', metadata: z.registry() });
    const either = schema.anyOf ?? [schema];
    for (const one of either) expect(one, name).toMatchObject({ type: 'object', additionalProperties: false });
    return either;
  });
  const fields = schemas.flatMap((schema) => listFields(schema));
  expect([...new Set(fields)].sort()).toEqual(allowed);
  // Unknown fields of nested objects are dropped.
  const scope = { kind: 'team', name: 'checkout', text: 'canary' };
  const period = { kind: 'week', from: '2026-01-05T00:00:00Z', until: '2026-01-12T00:00:00Z', text: 'canary' };
  expect(JSON.stringify(jobCatalogue['write-digest'].payload.parse({ scope, period }))).not.toContain('canary');
});
