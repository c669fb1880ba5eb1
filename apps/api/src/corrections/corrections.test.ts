import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { failureDraft, patternOf } from '../stored-under-test.ts';

const api = await startApiUnderTest();
const { id: connectionId } = await api.store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  scope: null,
  credential: null,
  webhookSecret: null,
});
await api.store.failures.upsert(connectionId, [failureDraft('one'), failureDraft('two')]);
const [one, two] = (await api.store.failures.list({ limit: 2 })).items.map(({ id }) => id) as [string, string];
await api.store.patterns.writeGrouping({
  episodes: [],
  patterns: [{ pattern: patternOf('p1'), members: [] }],
  lineage: [],
  inputVersion: 'v',
});

test('a field that there is not is refused, as whoever misspelt one means something by it', async () => {
  const decision = { kind: 'cause', patternId: 'p1', cause: 'capacity', triger: 'traffic' };
  const { status, body } = await api.ask('POST', '/v1/corrections', decision);
  expect([status, body.detail]).toEqual([400, expect.stringContaining('triger')]);
});

test.each([
  [{ kind: 'must_link', failureIds: [one, 'nope'] }, 'failure nope'],
  [{ kind: 'cannot_link', failureIds: ['nope', two] }, 'failure nope'],
  [{ kind: 'not_a_failure', failureId: 'nope' }, 'failure nope'],
  [{ kind: 'not_change_related', failureId: 'nope' }, 'failure nope'],
  [{ kind: 'cause', patternId: 'nope', cause: 'capacity', trigger: 'traffic' }, 'pattern nope'],
  [{ kind: 'cause', failureId: 'nope', cause: 'capacity', trigger: 'traffic' }, 'failure nope'],
  [{ kind: 'rename', patternId: 'nope', name: 'Other' }, 'pattern nope'],
  [{ kind: 'pattern', patternId: 'nope', right: true }, 'pattern nope'],
  [{ kind: 'link', type: 'caused_by', failureId: one, targetId: two, right: true }, `change ${two}`],
  [{ kind: 'link', type: 'same_episode', failureId: one, targetId: 'nope', right: false }, 'failure nope'],
])('%j is about something that is not there', async (decision, missing) => {
  expect(await api.ask('POST', '/v1/corrections', decision)).toMatchObject({
    status: 404,
    body: { code: 'not_found', detail: `There is no ${missing}: nothing was corrected.` },
  });
  expect(await api.store.corrections.list()).toEqual([]);
});

test('what is there can be corrected', async () => {
  const decisions = [
    { kind: 'must_link', failureIds: [one, two] },
    { kind: 'rename', patternId: 'p1', name: 'Other' },
    { kind: 'pattern', patternId: 'p1', right: false },
    { kind: 'not_change_related', failureId: one },
    { kind: 'cause', patternId: 'p1', cause: 'capacity', trigger: 'traffic' },
    { kind: 'cause', failureId: two, cause: 'unknown', trigger: 'time' },
    { kind: 'link', type: 'same_episode', failureId: one, targetId: two, right: false },
  ];
  for (const decision of decisions) expect((await api.ask('POST', '/v1/corrections', decision)).status).toBe(201);
  expect((await api.store.corrections.list()).map(({ decision }) => decision)).toEqual(decisions);
});

test.each([[{}], [{ patternId: 'p1', failureId: one }]])(
  'a cause is of one pattern or of one failure, not of %j',
  async (of) => {
    const answer = await api.ask('POST', '/v1/corrections', {
      kind: 'cause',
      cause: 'capacity',
      trigger: 'traffic',
      ...of,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(JSON.stringify(answer.body)).toContain('Give either a patternId or a failureId');
  },
);

test('what was decided on a pattern is found by it, page by page', async () => {
  const { body } = await api.ask('GET', '/v1/corrections?patternId=p1&limit=2');
  expect(body).toMatchObject({
    items: [{ decision: { kind: 'rename' } }, { decision: { kind: 'pattern' } }],
    total: 3,
  });
  const { next } = body as { readonly next: string };
  expect((await api.ask('GET', `/v1/corrections?patternId=p1&limit=2&after=${next}`)).body).toMatchObject({
    ...{ items: [{ decision: { kind: 'cause' } }], next: null },
  });
  expect((await api.ask('GET', `/v1/corrections?failureId=${two}`)).body).toMatchObject({ total: 3 });
});
