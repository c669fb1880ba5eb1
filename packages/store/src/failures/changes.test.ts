import { expect, test } from 'vitest';
import { createTestChangeDraft, createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();

test('the version of a repository depends only on the content of its changes', async () => {
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
