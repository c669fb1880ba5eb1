import { setTimeout } from 'node:timers/promises';
import { initialAdminId } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';
import { localAdminTokenOwner } from './tokens.ts';

const { store, open, query } = await openStoreUnderTest();
const past = '2020-01-01T00:00:00.000Z';

async function startSession(durationMs = 60_000): Promise<{ readonly id: string; readonly secret: string }> {
  const { secret } = await store.access.createSession(durationMs, initialAdminId);
  return { id: (await store.access.findSession(secret))?.id ?? '', secret };
}

test('a token is valid until it expires or is revoked, and its secret is not stored', async () => {
  const expired = await store.access.createToken('old', past, localAdminTokenOwner);
  const { id, token } = await store.access.createToken('ci', null, localAdminTokenOwner);
  expect(token).toMatch(/^rfr_[\w-]{43}$/u);
  expect(await store.access.findToken(token)).toEqual({
    id,
    name: 'ci',
    scopes: ['admin'],
    expiresAt: null,
    user: { id: initialAdminId, name: 'Local admin', role: 'admin' },
  });
  expect(await store.access.findToken(expired.token)).toBeNull();
  expect(await store.access.findToken(`${token}x`)).toBeNull();
  const listed = await store.access.listTokens();
  expect(listed.filter((one) => one.id === expired.id || one.id === id)).toMatchObject([
    { name: 'old', expiresAt: past },
    { name: 'ci', expiresAt: null },
  ]);
  expect(JSON.stringify(await query('select * from api_token'))).not.toContain(token.slice(4));

  await store.access.revokeToken(id);
  expect(await store.access.findToken(token)).toBeNull();
  await expect(store.access.revokeToken(id)).rejects.toMatchObject({ code: 'not_found' });
});

test('only the newest 20 expired tokens of a user are kept', async () => {
  const { id: userId } = await store.access.addUser('Bea', 'viewer');
  const of = { userId, scopes: ['viewer' as const] };
  const dayOf = (day: number) => `2020-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
  for (let day = 1; day <= 25; day += 1) await store.access.createToken(`t${day}`, dayOf(day), of);
  await store.access.createToken('valid', null, of);
  const names = (await store.access.listTokens(userId)).map(({ name }) => name);
  expect(names).toEqual([...Array.from({ length: 20 }, (_, at) => `t${at + 6}`), 'valid']);
});

test('a user has at most 100 valid tokens, even if many are created concurrently; expired and revoked tokens do not count', async () => {
  const { id: userId } = await store.access.addUser('Ann', 'viewer');
  const of = { userId, scopes: ['viewer' as const] };
  await store.access.createToken('old', past, of);
  const other = open();
  const made = await Promise.allSettled(
    Array.from({ length: 104 }, (_, at) => (at % 2 === 0 ? store : other).access.createToken('x', null, of)),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
  const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const reason of refused)
    expect(reason).toMatchObject({ code: 'conflict', message: expect.stringContaining('Revoke') });
  await store.access.createToken('of another', null, localAdminTokenOwner);
  const [, last] = await store.access.listTokens(userId);
  await store.access.revokeToken(last?.id ?? '', userId);
  await store.access.createToken('y', null, of);
});

test('a sign-in link works once, even if several processes use it at the same time', async () => {
  const { secret } = await store.access.createSignInLink(60_000, initialAdminId);
  expect(JSON.stringify(await query('select * from sign_in_link'))).not.toContain(secret);
  const other = open();
  const tries = await Promise.all([store, other, store, other].map((one) => one.access.useSignInLink(secret, 60_000)));
  expect(tries.filter((opened) => opened !== null)).toMatchObject([{ user: { id: initialAdminId } }]);
  expect(await store.access.useSignInLink(secret, 60_000)).toBeNull();

  // Using one of these links ends the other link of the same user.
  const [used, left] = [
    await store.access.createSignInLink(60_000, initialAdminId),
    await store.access.createSignInLink(60_000, initialAdminId),
  ];
  expect(await store.access.useSignInLink(used.secret, 60_000)).not.toBeNull();
  expect(await store.access.useSignInLink(left.secret, 60_000)).toBeNull();

  const expired = await store.access.createSignInLink(60_000, initialAdminId);
  await query(`update sign_in_link set expires_at = now() - interval '1 second'`);
  expect(await store.access.useSignInLink(expired.secret, 60_000)).toBeNull();
});

test('several sign-in links of one user that are used at the same time open only one session', async () => {
  const other = open();
  const opened: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const { id: userId } = await store.access.addUser(`Several links ${round}`, 'viewer');
    const links = await Promise.all(Array.from({ length: 6 }, () => store.access.createSignInLink(60_000, userId)));
    await Promise.all(
      links.map(({ secret }, at) => (at % 2 === 0 ? store : other).access.useSignInLink(secret, 60_000)),
    );
    opened.push((await store.access.listSessions(userId)).length);
  }
  expect(opened).toEqual(Array(20).fill(1));
});

test('using a sign-in link while its user is signed out everywhere leaves no session', async () => {
  const other = open();
  const left: unknown[] = [];
  for (let round = 0; round < 20; round += 1) {
    const { id: userId } = await store.access.addUser(`Signed out ${round}`, 'viewer');
    for (const end of [() => store.access.endSessionsOf(userId), () => store.access.endSignInLinks()]) {
      const { secret } = await store.access.createSignInLink(60_000, userId);
      await Promise.all([other.access.useSignInLink(secret, 60_000), setTimeout(round % 5).then(end)]);
      left.push(...(await store.access.listSessions(userId)));
    }
  }
  expect(left).toEqual([]);
});

test('using a sign-in link while the token that created it is revoked leaves no session', async () => {
  const other = open();
  const left: unknown[] = [];
  for (let round = 0; round < 20; round += 1) {
    const { id: userId } = await store.access.addUser(`Revoked ${round}`, 'viewer');
    const { id } = await store.access.createToken('maker', null, { userId, scopes: ['viewer'] });
    const { secret } = await store.access.createSignInLink(60_000, userId, { tokenId: id });
    await Promise.all([
      other.access.useSignInLink(secret, 60_000),
      setTimeout(round % 5).then(() => store.access.revokeToken(id)),
    ]);
    left.push(...(await store.access.listSessions(userId)));
  }
  expect(left).toEqual([]);
});

test('a session is valid until it expires or ends, is then deleted, and its secret is not stored', async () => {
  const { id, secret } = await startSession();
  expect(JSON.stringify(await query('select * from session'))).not.toContain(secret);
  expect(await store.access.findSession(secret)).toMatchObject({ user: { id: initialAdminId }, isDue: false });
  await query(`update session set expires_at = now() - interval '1 second' where id = $1`, [id]);
  expect(await store.access.findSession(secret)).toBeNull();
  const next = await startSession();
  await store.access.endSession(next.secret);
  expect(await store.access.findSession(next.secret)).toBeNull();
  expect(await query('select from session where id = any($1)', [[id, next.id]])).toEqual([]);
});

test('a session ends after a day without a request', async () => {
  const { id, secret } = await startSession(7 * 86_400_000);
  await query(`update session set used_at = now() - interval '23 hours' where id = $1`, [id]);
  expect(await store.access.findSession(secret)).not.toBeNull();
  // The call of `findSession` above has set `used_at` to the present time.
  await query(`update session set used_at = used_at - interval '23 hours' where id = $1`, [id]);
  expect(await store.access.findSession(secret)).not.toBeNull();
  await query(`update session set used_at = now() - interval '25 hours' where id = $1`, [id]);
  expect(await store.access.findSession(secret)).toBeNull();
});

test('the secret of a session is renewed once an hour, and the previous one works until the next renewal', async () => {
  const { id, secret } = await startSession();
  const age = () => query(`update session set renewed_at = now() - interval '61 minutes' where id = $1`, [id]);
  expect(await store.access.renewSession(id)).toBeNull();
  await age();
  expect(await store.access.findSession(secret)).toMatchObject({ id, isDue: true });
  const renewals = await Promise.all([1, 2, 3].map(() => store.access.renewSession(id)));
  const [renewed, ...others] = renewals.filter((renewal) => renewal !== null);
  expect(others).toEqual([]);
  for (const known of [secret, renewed?.secret ?? ''])
    expect(await store.access.findSession(known)).toMatchObject({ id, isDue: false });
  // A browser that did not receive the new secret gets another one after an hour, and can sign out with the old one.
  await age();
  expect(await store.access.findSession(secret)).toMatchObject({ id, isDue: true });
  await store.access.renewSession(id);
  expect(await store.access.findSession(secret)).toBeNull();
  await store.access.endSession(renewed?.secret ?? '');
  expect(await query('select from session where id = $1', [id])).toEqual([]);
});

test('renewing a session does not change when it expires', async () => {
  const { id } = await startSession(3_600_000);
  const readExpiry = () => query('select expires_at from session where id = $1', [id]);
  const before = await readExpiry();
  await query(`update session set renewed_at = now() - interval '2 hours' where id = $1`, [id]);
  expect(await store.access.renewSession(id)).not.toBeNull();
  expect(await readExpiry()).toEqual(before);
});

test('deactivating a user ends their tokens, sign-in links and sessions; signing out everywhere ends links and sessions', async () => {
  const ann = await store.access.addUser('Anna', 'triager');
  const { id, token } = await store.access.createToken('hers', null, { userId: ann.id, scopes: ['search:viewer'] });
  const link = await store.access.createSignInLink(60_000, ann.id);
  const browsers = await Promise.all([1, 2].map(() => store.access.createSession(60_000, ann.id)));
  const own = await store.access.createSession(60_000, initialAdminId);
  const sessions = () => Promise.all(browsers.map(({ secret }) => store.access.findSession(secret)));
  expect(await store.access.findToken(token)).toMatchObject({
    scopes: ['search:viewer'],
    user: { name: 'Anna', role: 'triager' },
  });
  expect(await store.access.listTokens(ann.id)).toMatchObject([{ name: 'hers', owner: { name: 'Anna' } }]);
  expect(await sessions()).toMatchObject([{ user: { name: 'Anna' } }, {}]);
  await store.access.endSessionsOf(ann.id);
  expect(await sessions()).toEqual([null, null]);
  expect(await store.access.useSignInLink(link.secret, 60_000)).toBeNull();
  const another = await store.access.createSignInLink(60_000, ann.id);
  await expect(store.access.revokeToken(id, initialAdminId)).rejects.toMatchObject({ code: 'not_found' });
  await store.access.changeUser(ann.id, { isDisabled: true });
  expect(await store.access.findToken(token)).toBeNull();
  expect(await store.access.useSignInLink(another.secret, 60_000)).toBeNull();
  expect(await store.access.findSession(own.secret)).not.toBeNull();
  // Activating the user again does not restore the tokens and links.
  await store.access.changeUser(ann.id, { isDisabled: false });
  expect(await store.access.findToken(token)).toBeNull();
  expect(await store.access.useSignInLink(another.secret, 60_000)).toBeNull();
});

test('no token, link or session can be created for a deactivated user, or concurrently with the deactivation', async () => {
  const { id } = await store.access.addUser('Beata', 'viewer');
  const made = [
    () => store.access.createToken('late', null, { userId: id, scopes: ['viewer'] }),
    () => store.access.createSignInLink(60_000, id),
    () => store.access.createSession(60_000, id),
  ];
  const left = `select user_id from api_token union all select user_id from sign_in_link union all select user_id from session`;
  const makeAll = () => made.map((make) => make().catch((thrown) => expect(thrown.code).toBe('forbidden')));
  for (let round = 0; round < 8; round += 1) {
    await Promise.all([...makeAll(), store.access.changeUser(id, { isDisabled: true }), ...makeAll()]);
    expect(await query(`select from (${left}) as left_over where user_id = $1`, [id])).toEqual([]);
    for (const make of made) await expect(make()).rejects.toMatchObject({ code: 'forbidden' });
    await store.access.changeUser(id, { isDisabled: false });
  }
});

test('the last use of a token is stored at most once a minute, and signing in counts as a use by the user', async () => {
  const { id, token } = await store.access.createToken('seen', null, localAdminTokenOwner);
  const seen = async () => (await store.access.listTokens()).find((one) => one.id === id)?.lastUsedAt;
  expect(await seen()).toBeNull();
  await store.access.findToken(token);
  const first = await seen();
  expect(first).not.toBeNull();
  await store.access.findToken(token);
  expect(await seen()).toBe(first);
  expect((await store.access.findUser(initialAdminId))?.lastSeenAt).not.toBeNull();
  const { id: userId } = await store.access.addUser('Just signed in', 'viewer');
  await store.access.createSession(60_000, userId);
  expect((await store.access.findUser(userId))?.lastSeenAt).not.toBeNull();
});

test('when a token ends, all tokens, unused sign-in links and sessions that it created also end, recursively', async () => {
  const parent = await store.access.createToken('parent', null, localAdminTokenOwner);
  const child = await store.access.createToken('child', null, { ...localAdminTokenOwner, parentId: parent.id });
  const grandchild = await store.access.createToken('grandchild', null, {
    ...localAdminTokenOwner,
    parentId: child.id,
  });
  const link = await store.access.createSignInLink(60_000, initialAdminId, { tokenId: parent.id });
  const origin = { via: 'link', client: null, tokenId: child.id } as const;
  const session = await store.access.createSession(60_000, initialAdminId, origin);
  const listed = (await store.access.listTokens()).find(({ id }) => id === child.id);
  expect(listed?.parentId).toBe(parent.id);
  expect(await store.access.findSignInLink(link.secret)).toMatchObject({ tokenId: parent.id });
  await store.access.revokeToken(parent.id);
  for (const { token } of [child, grandchild]) expect(await store.access.findToken(token)).toBeNull();
  expect(await store.access.useSignInLink(link.secret, 60_000)).toBeNull();
  expect(await store.access.findSession(session.secret)).toBeNull();
  await expect(
    store.access.createToken('late', null, { ...localAdminTokenOwner, parentId: parent.id }),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a session that a token created ends when the token expires', async () => {
  const { id: tokenId } = await store.access.createToken(
    'short',
    new Date(Date.now() + 60_000).toISOString(),
    localAdminTokenOwner,
  );
  const origin = { via: 'link', client: null, tokenId } as const;
  const { secret } = await store.access.createSession(60_000, initialAdminId, origin);
  expect(await store.access.findSession(secret)).not.toBeNull();
  await query(`update api_token set expires_at = now() where id = $1`, [tokenId]);
  expect(await store.access.findSession(secret)).toBeNull();
});

test('a user can list and end their own sessions, and no other user can end them', async () => {
  const { id: userId } = await store.access.addUser('Cara', 'viewer');
  const origin = { via: 'provider', client: 'Firefox on Linux', tokenId: null } as const;
  const first = await store.access.createSession(60_000, userId, origin);
  const second = await store.access.createSession(60_000, userId);
  await query(`update session set used_at = now() - interval '1 hour' where id = $1`, [first.id]);
  expect(await store.access.listSessions(userId)).toMatchObject([
    { id: second.id, via: 'link', client: null },
    { id: first.id, via: 'provider', client: 'Firefox on Linux' },
  ]);
  await expect(store.access.endOwnSession(first.id, initialAdminId)).rejects.toMatchObject({ code: 'not_found' });
  await store.access.endOwnSession(first.id, userId);
  expect(await store.access.findSession(first.secret)).toBeNull();
  expect(await store.access.listSessions(userId)).toMatchObject([{ id: second.id }]);
});

test("listValidGrants returns the user's role for each valid token and session, and omits invalid ones", async () => {
  const { id: userId } = await store.access.addUser('Dora', 'triager');
  const token = await store.access.createToken('hers', null, { userId, scopes: ['viewer'] });
  const expired = await store.access.createToken('old', past, { userId, scopes: ['viewer'] });
  const session = await store.access.createSession(60_000, userId);
  const grants = [
    { kind: 'token', id: token.id },
    { kind: 'token', id: expired.id },
    { kind: 'session', id: session.id },
    { kind: 'session', id: 'unknown' },
  ] as const;
  expect([...(await store.access.listValidGrants(grants))].sort()).toEqual([
    [`session/${session.id}`, 'triager'],
    [`token/${token.id}`, 'triager'],
  ]);
  await store.access.changeUser(userId, { isDisabled: true });
  expect((await store.access.listValidGrants(grants)).size).toBe(0);
});

test('ending all sign-in links also ends the sessions that began with a link', async () => {
  const link = await store.access.createSignInLink(60_000, initialAdminId);
  const byLink = await store.access.createSession(60_000, initialAdminId);
  const origin = { via: 'provider', client: null, tokenId: null } as const;
  const byProvider = await store.access.createSession(60_000, initialAdminId, origin);
  await store.access.endSignInLinks();
  expect(await store.access.useSignInLink(link.secret, 60_000)).toBeNull();
  expect(await store.access.findSession(byLink.secret)).toBeNull();
  expect(await store.access.findSession(byProvider.secret)).not.toBeNull();
});
