import { localAdminId } from '@refrain/domain';
import { expect, test } from 'vitest';
import { testKey } from '../testing/index.ts';
import { connect, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
const { appRegistrations } = store;
const begun = { expiresAt: '2999-01-01T00:00:00.000Z', userId: localAdminId, tokenId: null };

test('a registration is begun, keeps the app that was made, encrypted, and is done when something is connected', async () => {
  const wanted = { account: 'acme', repositories: ['acme/*'] };
  await appRegistrations.begin({ state: 's1', wanted, ...begun });
  expect(await appRegistrations.find('s1')).toEqual({ wanted, app: null, connectionId: null });
  await appRegistrations.keepApp('s1', '{"privateKey":"canary"}');
  expect(await appRegistrations.find('s1')).toEqual({
    wanted,
    app: '{"privateKey":"canary"}',
    connectionId: null,
  });
  const [row] = await query(`select encode(app, 'escape') as app from app_registration where state = 's1'`);
  expect(row?.app).not.toContain('canary');
  const other = open({ encryptionKey: Buffer.from(testKey).fill(9) });
  await expect(other.appRegistrations.find('s1')).rejects.toMatchObject({ code: 'misconfigured' });
  const { id: connectionId } = await connect(store, 'acme');
  await appRegistrations.finish('s1', connectionId);
  expect(await appRegistrations.find('s1')).toEqual({ wanted, app: null, connectionId });
});

test('one that is over is as if it were not there, and goes', async () => {
  await appRegistrations.begin({ state: 'late', wanted: null, ...begun });
  await query(`update app_registration set expires_at = now() where state = 'late'`);
  expect(await appRegistrations.find('late')).toBeNull();
  await expect(appRegistrations.keepApp('late', 'x')).rejects.toMatchObject({ code: 'not_found' });
  await appRegistrations.begin({ state: 'next', wanted: null, ...begun });
  expect(await query(`select state from app_registration where state in ('late', 'next')`)).toEqual([
    { state: 'next' },
  ]);
  await expect(appRegistrations.begin({ state: 'next', wanted: null, ...begun })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('a registration ends with the token that began it, and is not found while its user is no admin', async () => {
  const { users, access } = store;
  const { id: userId } = await users.add('Ann', 'admin');
  const { id: tokenId } = await access.createToken('t', null, { userId, scopes: ['admin'], parentId: null });
  await appRegistrations.begin({ ...begun, state: 'by-user', wanted: {}, userId });
  await appRegistrations.begin({ ...begun, state: 'by-token', wanted: {}, userId, tokenId });
  expect(await appRegistrations.find('by-token')).not.toBeNull();
  await access.revokeToken(tokenId);
  expect(await appRegistrations.find('by-token')).toBeNull();

  await users.change(userId, { role: 'viewer' });
  expect(await appRegistrations.find('by-user')).toBeNull();
  await expect(appRegistrations.keepApp('by-user', '{}')).rejects.toMatchObject({ code: 'not_found' });
  await users.change(userId, { role: 'admin' });
  expect(await appRegistrations.find('by-user')).not.toBeNull();
});
