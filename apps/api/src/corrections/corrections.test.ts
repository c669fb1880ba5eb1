import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const api = await startApiUnderTest();
const { id: connectionId } = await api.store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  scope: null,
  credential: null,
  webhookSecret: null,
});
await api.store.failures.upsert(connectionId, [createFailureDraft('one'), createFailureDraft('two')]);
const [one, two] = (await api.store.failures.list({ limit: 2 })).items.map(({ id }) => id) as [string, string];
await api.store.patterns.writeClustering({
  episodes: [],
  patterns: ['p1', 'p2', 'p3'].map((id) => ({ pattern: createTestPattern(id), members: [] })),
  lineage: [],
  inputVersion: 'v',
});

test('rejects a correction with a misspelt field', async () => {
  const decision = { kind: 'cause', patternId: 'p1', cause: 'capacity', triger: 'traffic' };
  const { status, body } = await api.ask('POST', '/v1/corrections', decision);
  expect([status, body.detail]).toEqual([400, expect.stringContaining('triger')]);
});

test.each([
  ['more than 1,000 failures', Array.from({ length: 1_001 }, (_, nth) => `f${nth}`)],
  ['the same failure twice', [one, two, one]],
])('rejects a correction that joins %s', async (_what, failureIds) => {
  const { status } = await api.ask('POST', '/v1/corrections', { kind: 'must_link', failureIds });
  expect(status).toBe(400);
});

test.each([
  [{ kind: 'must_link', failureIds: [one, 'nope'] }, 'failure nope'],
  [{ kind: 'cannot_link', failureIds: ['nope', two] }, 'failure nope'],
  [{ kind: 'not_a_failure', failureId: 'nope' }, 'failure nope'],
  [{ kind: 'not_change_related', failureId: 'nope' }, 'failure nope'],
  [{ kind: 'statement', failureId: 'nope', statement: 'symptom', quote: 'Slow' }, 'failure nope'],
  [{ kind: 'cause', patternId: 'nope', cause: 'capacity', trigger: 'traffic' }, 'pattern nope'],
  [{ kind: 'cause', failureId: 'nope', cause: 'capacity', trigger: 'traffic' }, 'failure nope'],
  [{ kind: 'rename', patternId: 'nope', name: 'Other' }, 'pattern nope'],
  [{ kind: 'pattern', patternId: 'nope', right: true }, 'pattern nope'],
  [{ kind: 'link', type: 'caused_by', failureId: one, targetId: two, right: true }, `change ${two}`],
  [{ kind: 'link', type: 'same_episode', failureId: one, targetId: 'nope', right: false }, 'failure nope'],
])('rejects the correction %j because its target does not exist', async (decision, missing) => {
  const before = await api.store.corrections.list();
  expect(await api.ask('POST', '/v1/corrections', decision)).toMatchObject({
    status: 404,
    body: { code: 'not_found', detail: `There is no ${missing}. Check the id; nothing was corrected.` },
  });
  expect(await api.store.corrections.list()).toEqual(before);
});

/** Sends one correction of each kind for two new failures and a pattern. */
async function decideAll(patternId: string) {
  const names = [randomUUID(), randomUUID()];
  await api.store.failures.upsert(connectionId, names.map(createFailureDraft));
  const stored = await api.store.failures.listAll();
  const [first, second] = names.map((name) => stored.find(({ externalId }) => externalId === name)?.id ?? '').sort();
  const decisions = [
    { kind: 'must_link', failureIds: [first, second] },
    { kind: 'rename', patternId, name: 'Other' },
    { kind: 'pattern', patternId, right: false },
    { kind: 'not_change_related', failureId: first },
    { kind: 'cause', patternId, cause: 'capacity', trigger: 'traffic' },
    { kind: 'cause', failureId: second, cause: 'unknown', trigger: 'time' },
    { kind: 'link', type: 'same_episode', failureId: first, targetId: second, right: false },
  ];
  for (const decision of decisions) expect((await api.ask('POST', '/v1/corrections', decision)).status).toBe(201);
  return { second, decisions };
}

test('stores corrections of existing failures and patterns', async () => {
  const before = (await api.store.corrections.list()).length;
  const { decisions } = await decideAll('p2');
  const added = (await api.store.corrections.list()).slice(before);
  expect(added.map(({ decision }) => decision)).toEqual(decisions);
});

test.each([[{}], [{ patternId: 'p1', failureId: one }]])(
  'rejects a correction of a cause for %j, because it must name either a pattern or a failure',
  async (of) => {
    const answer = await api.ask('POST', '/v1/corrections', {
      kind: 'cause',
      cause: 'capacity',
      trigger: 'traffic',
      ...of,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(JSON.stringify(answer.body)).toContain('Specify either a patternId or a failureId');
  },
);

test('lists the corrections of a pattern in pages, and the corrections of a failure', async () => {
  const { second } = await decideAll('p3');
  const { body } = await api.ask('GET', '/v1/corrections?patternId=p3&limit=2');
  expect(body).toMatchObject({
    items: [{ decision: { kind: 'rename' } }, { decision: { kind: 'pattern' } }],
    total: 3,
  });
  const { next } = body as { readonly next: string };
  expect((await api.ask('GET', `/v1/corrections?patternId=p3&limit=2&after=${next}`)).body).toMatchObject({
    items: [{ decision: { kind: 'cause' } }],
    next: null,
  });
  expect((await api.ask('GET', `/v1/corrections?failureId=${second}`)).body).toMatchObject({ total: 3 });
});
