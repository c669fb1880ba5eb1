import { expect, test } from 'vitest';
import { changeDraft, connect, openStoreUnderTest } from './store-under-test.ts';

const { store } = await openStoreUnderTest();
const { changes, detections } = store;
const [one, two] = [await connect(store, 'one'), await connect(store, 'two')];
const long = `acme/${'x'.repeat(9_000)}`;
const inRepository = (repository: string, title = 'A change') =>
  changeDraft({ externalId: `${repository}#1`, repository, title });

/** As a detection that finds nothing does. */
async function look(connectionId: string, repository: string): Promise<void> {
  const version = await changes.findVersion(connectionId, repository);
  if (version !== null) await detections.record(connectionId, repository, version);
}
const owed = async () =>
  (await detections.listOwed()).map(({ connectionId, repository }) => [connectionId, repository]);

test('a repository is owed a look until its changes were looked at as they are', async () => {
  await changes.upsert(one.id, [inRepository('acme/api'), inRepository(long)]);
  await changes.upsert(two.id, [inRepository('acme/api')]);
  const all = [one.id, two.id].sort().flatMap((id) =>
    id === one.id
      ? [
          [id, 'acme/api'],
          [id, long],
        ]
      : [[id, 'acme/api']],
  );
  expect(await owed()).toEqual(all);
  expect((await detections.listOwed())[0]?.lookedAt).toBeNull();
  await look(one.id, 'acme/api');
  await look(one.id, long);
  expect(await owed()).toEqual([[two.id, 'acme/api']]);
  await look(two.id, 'acme/api');
  expect(await owed()).toEqual([]);
  await changes.upsert(one.id, [inRepository('acme/api', 'Another title')]);
  expect(await owed()).toEqual([[one.id, 'acme/api']]);
  expect((await detections.listOwed())[0]?.lookedAt).toMatch(/^20/u);
  await look(one.id, 'acme/api');
  expect(await owed()).toEqual([]);
});

test('all are owed anew once they are forgotten, and what is removed with its connection is owed nothing', async () => {
  await detections.forget();
  expect(await owed()).toHaveLength(3);
  await store.connections.remove(one.id);
  await look(one.id, 'acme/api');
  expect(await owed()).toEqual([[two.id, 'acme/api']]);
});
