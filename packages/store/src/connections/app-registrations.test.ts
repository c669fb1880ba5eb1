import { initialAdminId } from '@refrain/domain';
import { expect, test } from 'vitest';
import { testEncryptionKey } from '../testing/index.ts';
import { createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
const { connections } = store;
const begun = { expiresAt: '2999-01-01T00:00:00.000Z', userId: initialAdminId, tokenId: null };

test('an app registration stores the created app encrypted, until the connection is created', async () => {
  const wanted = { account: 'acme', repositories: ['acme/*'] };
  await connections.beginAppRegistration({ state: 's1', wanted, ...begun });
  expect(await connections.findAppRegistration('s1')).toEqual({ wanted, app: null, connectionId: null });
  await connections.storeRegisteredApp('s1', '{"privateKey":"canary"}');
  expect(await connections.findAppRegistration('s1')).toEqual({
    wanted,
    app: '{"privateKey":"canary"}',
    connectionId: null,
  });
  const [row] = await query(`select encode(app, 'escape') as app from app_registration where state = 's1'`);
  expect(row?.app).not.toContain('canary');
  const other = open({ encryptionKey: Buffer.from(testEncryptionKey).fill(9) });
  await expect(other.connections.findAppRegistration('s1')).rejects.toMatchObject({ code: 'misconfigured' });
  const { id: connectionId } = await createTestConnection(store, 'acme');
  await connections.finishAppRegistration('s1', connectionId);
  expect(await connections.findAppRegistration('s1')).toEqual({ wanted, app: null, connectionId });
});

test('an expired app registration is not found, and is deleted when the next one is stored', async () => {
  await connections.beginAppRegistration({ state: 'late', wanted: null, ...begun });
  await query(`update app_registration set expires_at = now() where state = 'late'`);
  expect(await connections.findAppRegistration('late')).toBeNull();
  await expect(connections.storeRegisteredApp('late', 'x')).rejects.toMatchObject({ code: 'not_found' });
  await connections.beginAppRegistration({ state: 'next', wanted: null, ...begun });
  expect(await query(`select state from app_registration where state in ('late', 'next')`)).toEqual([
    { state: 'next' },
  ]);
  await expect(connections.beginAppRegistration({ state: 'next', wanted: null, ...begun })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('an app registration ends with the token that began it, and is not found while its user is not an admin', async () => {
  const { access } = store;
  const { id: userId } = await access.addUser('Ann', 'admin');
  const { id: tokenId } = await access.createToken('t', null, { userId, scopes: ['admin'], parentId: null });
  await connections.beginAppRegistration({ ...begun, state: 'by-user', wanted: {}, userId });
  await connections.beginAppRegistration({ ...begun, state: 'by-token', wanted: {}, userId, tokenId });
  expect(await connections.findAppRegistration('by-token')).not.toBeNull();
  await access.revokeToken(tokenId);
  expect(await connections.findAppRegistration('by-token')).toBeNull();

  await access.changeUser(userId, { role: 'viewer' });
  expect(await connections.findAppRegistration('by-user')).toBeNull();
  await expect(connections.storeRegisteredApp('by-user', '{}')).rejects.toMatchObject({ code: 'not_found' });
  await access.changeUser(userId, { role: 'admin' });
  expect(await connections.findAppRegistration('by-user')).not.toBeNull();
});
