import {
  ConnectedAnswer,
  ConnectionsAnswer,
  FailureAnswer,
  FailuresAnswer,
  ImportedAnswer,
  ImprovementsAnswer,
  PatternAnswer,
  PatternFacets,
  PatternsAnswer,
  ReadyAnswer,
  SessionAnswer,
  StatusAnswer,
  UnreadableAnswer,
} from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from './api-under-test.ts';
import { failureDraft, patternOf } from './stored-under-test.ts';

const api = await startApiUnderTest();
const connected = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
const { id: connectionId } = ConnectedAnswer.parse(connected.body).connection;
await api.store.failures.upsert(connectionId, [failureDraft('one')]);
const [failure] = (await api.store.failures.list({ limit: 1 })).items;
await api.store.patterns.writeGrouping({
  episodes: [],
  patterns: [{ pattern: patternOf('p1'), members: [] }],
  lineage: [],
  inputVersion: 'v',
});
await api.store.improvements.ensure('p1', { repository: null, title: 'Bound the pool' });

test.each([
  ['/readyz', ReadyAnswer],
  ['/v1/session', SessionAnswer],
  ['/v1/status', StatusAnswer],
  ['/v1/connections', ConnectionsAnswer],
  [`/v1/connections/${connectionId}/unreadable`, UnreadableAnswer],
  ['/v1/patterns', PatternsAnswer],
  ['/v1/patterns/p1', PatternAnswer],
  ['/v1/patterns/facets?cause=capacity', PatternFacets],
  ['/v1/failures', FailuresAnswer],
  [`/v1/failures/${failure?.id}`, FailureAnswer],
  ['/v1/improvements', ImprovementsAnswer],
  ['/v1/improvements?patternId=p1', ImprovementsAnswer],
])('GET %s answers what those who ask it read', async (path, answer) => {
  const { status, body } = await api.ask('GET', path);
  expect([status, answer.safeParse(body).error]).toEqual([200, undefined]);
});

test.each([
  ['p1', 'There is no report of a pattern p1 yet.'],
  ['nosuch', 'There is no pattern nosuch now.'],
])('no report of %s: whether there is such a pattern is said', async (id, detail) => {
  expect(await api.ask('GET', `/v1/patterns/${id}/report`)).toMatchObject({ status: 404, body: { detail } });
});

test('an import answers what those who ask it read', async () => {
  const response = await fetch(`${api.url}/v1/archives/old/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}` },
    body: JSON.stringify({ type: 'archive.incident', deliveryKey: 'a', payload: { title: 'a' } }),
  });
  expect(ImportedAnswer.safeParse(await response.json()).error).toBeUndefined();
});
