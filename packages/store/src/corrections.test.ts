import { isDeepStrictEqual } from 'node:util';
import type { CorrectionDecision } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { CorrectionFilter } from './corrections.ts';
import { connect, failureDraft, openStoreUnderTest, pattern } from './store-under-test.ts';

const { store } = await openStoreUnderTest();

test('decisions are listed in the order in which they were made, and a repeated decision moves to the end', async () => {
  const { corrections } = store;
  const first = await corrections.add({ kind: 'rename', patternId: 'a', name: 'One' });
  const second = await corrections.add({ kind: 'cannot_link', failureIds: ['x', 'y'] });
  const list = async () => (await corrections.list()).filter(({ id }) => id === first.id || id === second.id);
  expect(await list()).toEqual([first, second]);
  expect(first.decision).toEqual({ kind: 'rename', patternId: 'a', name: 'One' });
  await corrections.add({ patternId: 'a', name: 'One', kind: 'rename' });
  expect((await list()).map(({ id }) => id)).toEqual([second.id, first.id]);
  await corrections.remove(second.id);
  expect((await list()).map(({ id }) => id)).toEqual([first.id]);
  await expect(corrections.remove(second.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a decision is found by the pattern or failure that it names, and by the pattern of such a failure', async () => {
  const { id: connectionId } = await connect(store, 'acme');
  await store.failures.upsert(connectionId, [failureDraft({ externalId: 'in' }), failureDraft({ externalId: 'out' })]);
  const all = await store.failures.listAll();
  const idOf = (externalId: string) => all.find((failure) => failure.externalId === externalId)?.id ?? '';
  const [inside, outside] = [idOf('in'), idOf('out')];
  await store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: 'v' },
    patterns: [{ pattern: pattern({ id: 'p1' }), members: [{ failureId: inside, confidence: 1, evidence: [] }] }],
  });
  const decisions: CorrectionDecision[] = [
    { kind: 'pattern', patternId: 'p1', right: true },
    { kind: 'pattern', patternId: 'p2', right: false },
    { kind: 'cannot_link', failureIds: [outside, inside] },
    { kind: 'not_a_failure', failureId: outside },
    { kind: 'not_change_related', failureId: inside },
    { kind: 'link', type: 'same_episode', failureId: outside, targetId: inside, right: true },
    { kind: 'link', type: 'caused_by', failureId: outside, targetId: 'c1', right: true },
  ];
  for (const decision of decisions) await store.corrections.add(decision);
  const found = async (filter: CorrectionFilter) => {
    const listed = await store.corrections.list(filter);
    return listed.map(({ decision }) => decisions.findIndex((one) => isDeepStrictEqual(one, decision)));
  };
  expect(await found({ patternId: 'p1' })).toEqual([0, 2, 4, 5]);
  expect(await found({ patternId: 'p2' })).toEqual([1]);
  expect(await found({ failureId: inside })).toEqual([2, 4, 5]);
  expect(await found({ failureId: outside })).toEqual([2, 3, 5, 6]);
  expect(await found({ patternId: 'p1', failureId: outside })).toEqual([2, 5]);
  expect(await found({ failureId: 'nope' })).toEqual([]);
});
