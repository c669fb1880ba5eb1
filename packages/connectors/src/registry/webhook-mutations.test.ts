import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { AppError, ChangeDraft, defaultConnectionScope, FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { providers } from './providers.ts';

const { readRecord, receiveWebhook } = providers;

const require = createRequire(import.meta.url);
const secrets = ['the present secret', 'the former secret'] as const;
const scope = { ...defaultConnectionScope, workflows: ['*'], incidentLabels: ['bug', 'incident'] };
const perProvider = 2_000;

/** Creates a seeded generator of pseudo-random numbers in [0, 1) (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Values that often break parsers of foreign JSON. */
const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  '0',
  '\u0000',
  '\ud800',
  '2026-13-45T99:99:99Z',
  '9999-12-31T23:59:59Z',
  '__proto__',
  'x'.repeat(70_000),
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: null, constructor: 1 },
  ['a', null, { b: [] }],
];

/** Returns a copy with one to four values replaced, dropped, doubled or moved. */
function mutate(value: unknown, random: Random): unknown {
  const copy = structuredClone(value);
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes -= 1) {
    let holder = copy as Record<string, unknown>;
    let keys = Object.keys(holder);
    for (let depth = Math.floor(random() * 6); depth > 0 && keys.length > 0; depth -= 1) {
      const next = holder[pick(random, keys)];
      if (typeof next !== 'object' || next === null) break;
      holder = next as Record<string, unknown>;
      keys = Object.keys(holder);
    }
    if (keys.length === 0) continue;
    const key = pick(random, keys);
    const way = random();
    if (way < 0.6) holder[key] = structuredClone(pick(random, strange));
    else if (way < 0.75) delete holder[key];
    else if (way < 0.9) holder[key] = holder[pick(random, keys)];
    else holder[key] = [holder[key], holder[key]];
  }
  return copy;
}

/** Returns a copy of a body with some bytes changed, cut off or repeated. */
function damage(body: Buffer, random: Random): Buffer {
  const at = Math.floor(random() * body.length);
  const way = random();
  if (way < 0.4) {
    const changed = Buffer.from(body);
    changed[at] = Math.floor(random() * 256);
    return changed;
  }
  return way < 0.7 ? body.subarray(0, at) : Buffer.concat([body.subarray(0, at), body]);
}

const hmac = (body: Buffer, secret: string) => createHmac('sha256', secret).update(body).digest('hex');

/** Returns the signature of a body, or a text that resembles it. */
function signatureOf(body: Buffer, random: Random): string {
  const right = hmac(body, pick(random, secrets));
  const way = random();
  if (way < 0.55) return right;
  if (way < 0.6) return hmac(body, 'a strange secret');
  if (way < 0.65) return hmac(Buffer.concat([body, Buffer.from(' ')]), secrets[0]);
  if (way < 0.7) return right.slice(0, Math.floor(random() * 64));
  if (way < 0.75) return `${right}00`;
  if (way < 0.8) return right.toUpperCase();
  if (way < 0.85) return right.replace(/[\da-f]/u, 'g');
  if (way < 0.9) return pick(random, ['', '=', 'sha1', 'NaN', '0'.repeat(64), ' ', '\u0000', '%s', '[object Object]']);
  const digit = Math.floor(random() * 64);
  return right.slice(0, digit) + pick(random, [...'0123456789abcdef']) + right.slice(digit + 1);
}

/** Compares hexadecimal texts case-insensitively. */
function isRight(body: Buffer, signature: string): boolean {
  return secrets.some((secret) => hmac(body, secret) === signature.toLowerCase());
}

interface Sample {
  readonly name: string;
  readonly payload: unknown;
}

const githubSamples: Sample[] = require('@octokit/webhooks-examples').flatMap(
  ({ name, examples }: { name: string; examples: unknown[] }) => examples.map((payload) => ({ name, payload })),
);

const pagerDutySamples: Sample[] = ['triggered', 'acknowledged', 'resolved', 'annotated', 'priority_updated'].map(
  (what) => ({
    name: what,
    payload: {
      event: {
        id: '01DEN0Y0Z5',
        event_type: `incident.${what}`,
        resource_type: 'incident',
        occurred_at: '2026-03-02T15:04:05.123Z',
        agent: {
          id: 'PUSER',
          type: 'user_reference',
          summary: 'Jo Doe',
          html_url: 'https://acme.pagerduty.com/users/PUSER',
        },
        data: {
          id: 'Q1',
          type: what === 'annotated' ? 'incident_note' : 'incident',
          status: what === 'resolved' ? 'resolved' : 'triggered',
          title: 'Checkout answers 502',
          created_at: '2026-03-02T15:00:00Z',
          html_url: 'https://acme.pagerduty.com/incidents/Q1',
          service: { id: 'PSVC', type: 'service_reference', summary: 'Checkout' },
          assignees: [{ id: 'PUSER', type: 'user_reference', summary: 'Jo Doe' }],
          priority: { id: 'P1', summary: 'P1' },
          urgency: 'high',
          incident: { id: 'Q1', type: 'incident_reference' },
          content: 'Jo Doe restarted it',
        },
      },
    },
  }),
);

interface Tally {
  accepted: number;
  refused: number;
  otherEvent: number;
  unreadable: number;
}

/** Receives and parses one mutated delivery, and compares the outcome with the expected one. */
async function deliver(provider: 'github' | 'pagerduty', sample: Sample, random: Random, tally: Tally): Promise<void> {
  const whole = Buffer.from(JSON.stringify(random() < 0.2 ? sample.payload : mutate(sample.payload, random)));
  const body = random() < 0.15 ? damage(whole, random) : whole;
  const signature = signatureOf(body, random);
  const headers =
    provider === 'github'
      ? { 'x-hub-signature-256': `sha256=${signature}`, 'x-github-event': sample.name }
      : { 'x-pagerduty-signature': `v1=${signature}` };
  const expected = isRight(body, signature);
  let record: Awaited<ReturnType<typeof receiveWebhook>>[number] | undefined;
  try {
    [record] = await receiveWebhook(provider, { headers, body }, secrets);
  } catch (thrown) {
    const { code } = thrown as AppError;
    // GitHub's signature does not cover the event name, so a body of another event is rejected.
    const isOtherEvent = provider === 'github' && code === 'invalid_input';
    expect([expected, code]).toEqual([isOtherEvent, isOtherEvent ? 'invalid_input' : 'signature_invalid']);
    if (isOtherEvent) tally.otherEvent += 1;
    else tally.refused += 1;
    return;
  }
  tally.accepted += 1;
  if (record === undefined) {
    // A signed delivery about the check of another app yields no record.
    expect([expected, sample.name]).toEqual([true, expect.stringMatching(/^check_(?:run|suite)$/u)]);
    return;
  }
  expect([signature, expected, record.deliveryKey.length]).toEqual([signature, true, expect.any(Number)]);
  try {
    const { failures, changes } = readRecord(provider, record, scope);
    FailureDraft.array().parse(failures);
    ChangeDraft.array().parse(changes);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    expect(thrown.code).toBe('invalid_input');
    tally.unreadable += 1;
  }
}

test.each([
  ['github', githubSamples],
  ['pagerduty', pagerDutySamples],
] as const)(
  `reads or rejects each of ${perProvider} mutated deliveries of %s, and accepts none with a wrong signature`,
  async (provider, samples) => {
    const random = createRandom(20_260_301);
    const tally = { accepted: 0, refused: 0, otherEvent: 0, unreadable: 0 };
    for (let sent = 0; sent < perProvider; sent += 1) await deliver(provider, pick(random, samples), random, tally);
    expect(tally.accepted + tally.refused + tally.otherEvent).toBe(perProvider);
    // The sample must contain accepted, rejected and unreadable deliveries.
    expect(tally.accepted).toBeGreaterThan(perProvider * 0.4);
    expect(tally.refused).toBeGreaterThan(perProvider * 0.2);
    expect(tally.unreadable).toBeGreaterThan(10);
    expect(tally.otherEvent > 0).toBe(provider === 'github');
  },
  60_000,
);
