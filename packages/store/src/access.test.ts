import { expect, test } from 'vitest';
import { openStoreUnderTest } from './store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
const past = '2020-01-01T00:00:00.000Z';

test('a token is found by its secret until it expires or is revoked; the secret is not stored', async () => {
  expect(await store.access.hasAnyToken()).toBe(false);
  const expired = await store.access.createToken('old', past);
  expect(await store.access.hasAnyToken()).toBe(false);
  const { id, token } = await store.access.createToken('ci', null);
  expect(token).toMatch(/^rfr_[\w-]{43}$/u);
  expect(await store.access.findToken(token)).toEqual({ id, name: 'ci' });
  expect(await store.access.findToken(expired.token)).toBeNull();
  expect(await store.access.findToken(`${token}x`)).toBeNull();
  expect(await store.access.listTokens()).toMatchObject([
    { name: 'old', expiresAt: past },
    { name: 'ci', expiresAt: null },
  ]);
  expect(JSON.stringify(await query('select * from api_token'))).not.toContain(token.slice(4));

  await store.access.revokeToken(id);
  expect(await store.access.findToken(token)).toBeNull();
  await expect(store.access.revokeToken(id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a sign-in link opens once, however many try', async () => {
  const { secret } = await store.access.createSignInLink(60_000);
  expect(JSON.stringify(await query('select * from sign_in_link'))).not.toContain(secret);
  const other = open();
  const tries = await Promise.all([store, other, store, other].map((one) => one.access.useSignInLink(secret)));
  expect(tries.filter((opened) => opened)).toHaveLength(1);
  expect(await store.access.useSignInLink(secret)).toBe(false);

  const stale = await store.access.createSignInLink(60_000);
  await query(`update sign_in_link set expires_at = now() - interval '1 second'`);
  expect(await store.access.useSignInLink(stale.secret)).toBe(false);
});

test('a session lasts until its end', async () => {
  const { secret } = await store.access.createSession(60_000);
  expect(await store.access.findSession(secret)).toEqual({ id: expect.any(String) });
  await query(`update session set expires_at = now() - interval '1 second'`);
  expect(await store.access.findSession(secret)).toBeNull();
  const next = await store.access.createSession(60_000);
  await store.access.endSession(next.secret);
  expect(await store.access.findSession(next.secret)).toBeNull();
  expect(await query('select count(*)::int as count from session')).toEqual([{ count: 0 }]);
});
