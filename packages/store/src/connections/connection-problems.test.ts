import { expect, test } from 'vitest';
import { createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();

test('a connection needs attention while it has a problem, and is active again afterwards', async () => {
  const { id } = await createTestConnection(store, 'notes');
  const status = async () => {
    const connection = await store.connections.find(id);
    return [connection?.status, connection?.statusReason];
  };
  await store.connections.setProblem(id, 'issues:acme/api', 'It is hidden');
  await store.connections.setProblem(id, 'permissions', 'One is missing.');
  expect(await status()).toEqual(['needs_attention', 'One is missing. It is hidden.']);
  await store.connections.setProblem(id, 'permissions', null);
  expect(await status()).toEqual(['needs_attention', 'It is hidden.']);
  await store.connections.setProblem(id, 'issues:acme/api', null);
  await store.connections.setProblem(id, 'issues:acme/api', null);
  expect(await status()).toEqual(['active', null]);
});

test('the status reason lists problems of the whole connection first, equal problems once, and at most three', async () => {
  const { id } = await createTestConnection(store, 'many');
  for (const name of ['a', 'b', 'c']) await store.connections.setProblem(id, `pulls:acme/${name}`, `No ${name}`);
  await store.connections.setProblem(id, 'issues:acme/a', 'No a');
  await store.connections.setProblem(id, 'account', 'The token is refused');
  expect((await store.connections.find(id))?.statusReason).toBe('The token is refused. No a. No b. And 1 more.');
  expect((await store.connections.listProblems(id)).map(({ subject }) => subject)).toEqual([
    'account',
    'issues:acme/a',
    'pulls:acme/a',
    'pulls:acme/b',
    'pulls:acme/c',
  ]);
});

test('connecting an account again clears its problems and marks its scope members as former', async () => {
  const { id } = await createTestConnection(store, 'anew');
  await store.connections.setProblem(id, 'account', 'The token is refused');
  const gone = { id: '7', name: 'acme/gone', state: 'gone' } as const;
  await store.connections.changeScopeMembers(id, { known: [], members: [gone], renames: [] });
  const again = await createTestConnection(store, 'anew');
  expect([again.id, again.status]).toEqual([id, 'active']);
  expect(await store.connections.listProblems(id)).toEqual([]);
  expect(await store.connections.listScopeMembers(id)).toEqual([{ ...gone, state: 'former' }]);
});

test('a removed connection has no problems and no scope members', async () => {
  const { id } = await createTestConnection(store, 'soon gone');
  await store.connections.setProblem(id, 'account', 'x');
  await store.connections.remove(id);
  await expect(store.connections.setProblem(id, 'account', 'x')).rejects.toMatchObject({ code: 'not_found' });
  await expect(store.connections.changeScopeMembers(id, { known: [], members: [], renames: [] })).rejects.toMatchObject(
    {
      code: 'not_found',
    },
  );
});
