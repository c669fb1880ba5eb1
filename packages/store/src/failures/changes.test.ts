import { expect, test } from 'vitest';
import { createTestChangeDraft, createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();

test('the version hash of the changes of a repository depends only on their content', async () => {
  const [one, two] = [await createTestConnection(store, 'one'), await createTestConnection(store, 'two')];
  const first = createTestChangeDraft({ externalId: 'acme/api#1', repository: 'acme/api' });
  const second = createTestChangeDraft({ externalId: 'acme/api#2', repository: 'acme/api' });
  const web = createTestChangeDraft({ externalId: 'acme/web#1', repository: 'acme/web' });
  await store.changes.upsert(one.id, [first, second, web]);
  await store.changes.upsert(two.id, [first]);
  const versionNow = () => store.changes.findVersion(one.id, 'acme/api');
  const before = await versionNow();

  await store.changes.upsert(one.id, [{ ...web, title: 'Other words' }, first]);
  expect(await versionNow()).toBe(before);
  await store.changes.upsert(one.id, [{ ...second, text: 'Other words' }]);
  const after = await versionNow();
  expect(after).not.toBe(before);
  await store.changes.upsert(one.id, [createTestChangeDraft({ externalId: 'acme/api#3', repository: 'acme/api' })]);
  expect(await versionNow()).not.toBe(after);
  expect(await store.changes.findVersion(one.id, 'acme/none')).toBeNull();
});

test('the changes of a repository are found even if its name is too long for an index', async () => {
  const { id } = await createTestConnection(store, 'long names');
  const long = `acme/${'x'.repeat(9_000)}`;
  await store.changes.upsert(
    id,
    [long, `${long}y`, 'acme/api'].map((repository) =>
      createTestChangeDraft({ repository, externalId: `${repository}#1` }),
    ),
  );
  for (const repository of [long, 'acme/api']) {
    const found = await store.changes.listByRepository(id, repository);
    expect(found.map((change) => change.repository)).toEqual([repository]);
    expect(await store.changes.findVersion(id, repository)).toMatch(/^1:/u);
  }
});

const { changes } = store;
const long = `acme/${'x'.repeat(9_000)}`;
const inRepository = (repository: string, title = 'A change') =>
  createTestChangeDraft({ externalId: `${repository}#1`, repository, title });

/** Records that a detection ran and found nothing. */
async function detect(connectionId: string, repository: string): Promise<void> {
  const version = await changes.findVersion(connectionId, repository);
  if (version !== null) await changes.recordDetection(connectionId, repository, version);
}

/** Two connections with changes: the first in two repositories, the second in one. */
async function connectTwo(name: string) {
  const [one, two] = [
    await createTestConnection(store, `${name} one`),
    await createTestConnection(store, `${name} two`),
  ];
  await changes.upsert(one.id, [inRepository('acme/api'), inRepository(long)]);
  await changes.upsert(two.id, [inRepository('acme/api')]);
  const listDue = async () =>
    (await changes.listPendingDetections()).filter(
      ({ connectionId }) => connectionId === one.id || connectionId === two.id,
    );
  return {
    one,
    two,
    listDue,
    due: async () => (await listDue()).map(({ connectionId, repository }) => [connectionId, repository]),
  };
}

test('a detection in a repository is due until it has run on the current changes', async () => {
  const { one, two, listDue, due } = await connectTwo('current');
  const all = [one.id, two.id].sort().flatMap((id) =>
    id === one.id
      ? [
          [id, 'acme/api'],
          [id, long],
        ]
      : [[id, 'acme/api']],
  );
  expect(await due()).toEqual(all);
  expect((await listDue())[0]?.checkedAt).toBeNull();
  await detect(one.id, 'acme/api');
  await detect(one.id, long);
  expect(await due()).toEqual([[two.id, 'acme/api']]);
  await detect(two.id, 'acme/api');
  expect(await due()).toEqual([]);
  await changes.upsert(one.id, [inRepository('acme/api', 'Another title')]);
  expect(await due()).toEqual([[one.id, 'acme/api']]);
  expect((await listDue())[0]?.checkedAt).toMatch(/^20/u);
  await detect(one.id, 'acme/api');
  expect(await due()).toEqual([]);
});

test('after `resetDetections` all detections are due again, except those of a removed connection', async () => {
  const { one, two, due } = await connectTwo('forgotten');
  for (const [id, repository] of [
    [one.id, 'acme/api'],
    [one.id, long],
    [two.id, 'acme/api'],
  ] as const)
    await detect(id, repository);
  expect(await due()).toEqual([]);
  await changes.resetDetections();
  expect(await due()).toHaveLength(3);
  await store.connections.remove(one.id);
  await detect(one.id, 'acme/api');
  expect(await due()).toEqual([[two.id, 'acme/api']]);
});
