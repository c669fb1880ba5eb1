import { ConnectedAnswer, FailureAnswer, type Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { changeDraft, failureDraft, patternOf } from '../stored-under-test.ts';

const change = changeDraft({});

test('a failure tells its pattern, and what stands at the far end of each of its links', async () => {
  const { store, ask } = await startApiUnderTest();
  const connected = await ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id: connectionId } = ConnectedAnswer.parse(connected.body).connection;
  await store.failures.upsert(connectionId, [
    failureDraft('one'),
    { ...failureDraft('two'), title: 'Cart is down', url: 'https://acme.example/two' },
  ]);
  await store.changes.upsert(connectionId, [change]);
  const failures = await store.failures.listAll();
  const idOf = (externalId: string) => failures.find((failure) => failure.externalId === externalId)?.id ?? '';
  const [one, two, cause] = [idOf('one'), idOf('two'), (await store.changes.listAll())[0]?.id ?? ''];
  const link: Link = {
    type: 'caused_by',
    failureId: one,
    targetId: cause,
    score: 0.9,
    evidence: [],
    status: 'suggested',
  };
  await store.links.replaceSuggested([
    link,
    { ...link, targetId: 'gone', score: 0.8 },
    { ...link, type: 'same_episode', targetId: two, score: 0.7 },
  ]);
  await store.patterns.writeGrouping({
    episodes: [],
    patterns: [{ pattern: patternOf('p1'), members: [{ failureId: one, confidence: 1, evidence: [] }] }],
    lineage: [],
    inputVersion: 'v',
  });

  expect((await ask('GET', '/v1/status')).body).toMatchObject({ patterns: 1, unassigned: { failures: 1, of: 2 } });
  const answerOf = async (id: string) => FailureAnswer.parse((await ask('GET', `/v1/failures/${id}`)).body);
  const { patternId, links } = await answerOf(one);
  expect(patternId).toBe('p1');
  expect(links.map(({ other }) => other)).toEqual([
    { id: cause, title: 'Bound the pool', url: 'https://github.com/acme/checkout/pull/12' },
    { id: 'gone', title: null, url: null },
    { id: two, title: 'Cart is down', url: 'https://acme.example/two' },
  ]);
  const far = await answerOf(two);
  expect(far.patternId).toBeNull();
  expect(far.links.map(({ other }) => other)).toEqual([{ id: one, title: 'Checkout answers 502', url: null }]);
});
