import { expect, test } from 'vitest';
import { createTestConnection, createTestFailureDraft, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { id: connectionId } = await createTestConnection(store, 'acme');
await store.failures.upsert(connectionId, [
  createTestFailureDraft({ externalId: 'told', confidence: 0.7, decidingWords: ['broke'] }),
  createTestFailureDraft({ externalId: 'planned', isFailure: false, confidence: 0.8 }),
]);
const ids = new Map((await store.failures.listAll()).map(({ id, externalId }) => [externalId, id]));
const idOf = (externalId: string) => ids.get(externalId) ?? '';
const decide = (verdicts: { failureId: string; isFailure: boolean; confidence?: number }[]) =>
  store.patterns.writeClustering({
    episodes: [],
    patterns: [],
    lineage: [],
    inputVersion: 'v',
    verdicts: verdicts.map((verdict) => ({ confidence: 1, ...verdict })),
  });

test("a person's decision overrides the parsed verdict until it is removed", async () => {
  const listed = async () =>
    Object.fromEntries(
      (await store.failures.list({ limit: 9 })).items.map((one) => [
        one.externalId,
        [one.isFailure, one.confidence, one.isDecided],
      ]),
    );
  const asRead = { told: [true, 0.7, false], planned: [false, 0.8, false] };
  await decide([]);
  expect(await listed()).toEqual(asRead);
  await decide([
    { failureId: idOf('told'), isFailure: false },
    { failureId: idOf('planned'), isFailure: true },
    { failureId: 'gone', isFailure: true },
  ]);
  expect(await listed()).toEqual({ told: [false, 1, true], planned: [true, 1, true] });
  expect(await store.failures.countUnassigned()).toEqual({ failures: 1, of: 1 });
  expect(await store.failures.find(idOf('told'))).toMatchObject({ decidingWords: ['broke'], isFailure: false });
  const read = await store.failures.listAllUncorrected();
  expect(read.map(({ isFailure, confidence }) => [isFailure, confidence]).sort()).toEqual([
    [false, 0.8],
    [true, 0.7],
  ]);
  await decide([]);
  expect(await listed()).toEqual(asRead);
});

test('a verdict learnt from similar records has its own confidence and does not count as decided by a person', async () => {
  const find = async () => {
    const { isFailure, confidence, decidingWords } = (await store.failures.find(idOf('told'))) ?? {};
    const listed = (await store.failures.list({ limit: 9 })).items.find(({ id }) => id === idOf('told'));
    return { isFailure, confidence, decidingWords, isDecided: listed?.isDecided };
  };
  await decide([{ failureId: idOf('told'), isFailure: false, confidence: 0.8 }]);
  expect(await find()).toEqual({ isFailure: false, confidence: 0.8, decidingWords: [], isDecided: false });
  await decide([{ failureId: idOf('told'), isFailure: false }]);
  expect(await find()).toEqual({ isFailure: false, confidence: 1, decidingWords: ['broke'], isDecided: true });
  await decide([]);
  expect(await find()).toMatchObject({ isFailure: true, confidence: 0.7 });
});

test('the search index includes a record that a person decided to count as a failure', async () => {
  const known = async () => {
    const buckets = await store.failures.listBuckets();
    const versions = await store.failures.listVersions(buckets.map(({ bucket }) => bucket));
    return { digests: buckets.map(({ digest }) => digest), ids: versions.map(({ id }) => id) };
  };
  await decide([]);
  const before = await known();
  expect(before.ids).toEqual([idOf('told')]);
  await decide([{ failureId: idOf('planned'), isFailure: true }]);
  const after = await known();
  expect(after.ids.sort()).toEqual([idOf('planned'), idOf('told')].sort());
  expect(after.digests).not.toEqual(before.digests);
});
