import { randomUUID } from 'node:crypto';
import { initialAdminId } from '@refrain/domain';
import { expect, test } from 'vitest';
import { sessionCookie } from '../http/authentication/cookie.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();

async function open(url: unknown): Promise<Record<string, string>> {
  const response = await api.signInByLink(url);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, origin: api.url, 'content-type': 'application/json' };
}

async function ask(headers: Record<string, string>, method: string, path: string, body?: unknown) {
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text), response };
}

test('an invited user signs in by a link, with a role that an admin can change', async () => {
  const ann = await api.ask('POST', '/v1/users', { name: 'Ann', role: 'viewer' });
  expect(ann).toMatchObject({
    status: 201,
    body: { name: 'Ann', role: 'viewer', signInMethod: 'link', lastSeenAt: null },
  });
  const id = String(ann.body.id);
  const { body: link } = await api.ask('POST', `/v1/users/${id}/sign-in-links`);
  const browser = await open(link.url);
  expect((await ask(browser, 'GET', '/v1/session')).body).toEqual({
    signedIn: true,
    user: { id, name: 'Ann', role: 'viewer' },
  });
  const suggest = () => ask(browser, 'POST', '/v1/catalogue/suggest').then(({ status }) => status);
  expect(await suggest()).toBe(403);
  expect((await api.ask('PATCH', `/v1/users/${id}`, { role: 'triager' })).body).toMatchObject({ role: 'triager' });
  expect(await suggest()).toBeLessThan(300);
  const { items, total } = (await api.ask('GET', '/v1/users?limit=200')).body as {
    items: { id: string }[];
    total: number;
  };
  const listed = items.filter((user) => [initialAdminId, id].includes(user.id));
  expect(listed).toMatchObject([{ id: initialAdminId }, { name: 'Ann', role: 'triager' }]);
  expect(total).toBe(items.length);
});

test('an invitation link works once within seven days, and a renewed invitation ends the earlier link', async () => {
  const { body: pia } = await api.ask('POST', '/v1/users', { name: 'Pia', role: 'viewer' });
  const first = (pia as unknown as { link: { url: string; expiresAt: string } }).link;
  const daysLeft = (Date.parse(first.expiresAt) - Date.now()) / 86_400_000;
  expect(daysLeft).toBeGreaterThan(6.9);
  expect(daysLeft).toBeLessThanOrEqual(7);
  const { body: renewed } = await api.ask('POST', `/v1/users/${pia.id}/sign-in-links`);
  expect((await api.signInByLink(first.url)).status).toBe(401);
  await open(renewed.url);
  expect((await api.signInByLink(renewed.url)).status).toBe(401);
  // Pia is a member now, so a link for another browser works for an hour only.
  const { body: another } = await api.ask('POST', `/v1/users/${pia.id}/sign-in-links`);
  expect(Date.parse(String(another.expiresAt)) - Date.now()).toBeLessThanOrEqual(3_600_000);
});

test('a deactivated user is signed out immediately and cannot sign in by a link', async () => {
  const { body: bo } = await api.ask('POST', '/v1/users', { name: 'Bo', role: 'admin' });
  const link = async () => (await api.ask('POST', `/v1/users/${bo.id}/sign-in-links`)).body.url;
  const [browser, unused] = [await open(await link()), await link()];
  expect((await ask(browser, 'GET', '/v1/users')).status).toBe(200);
  await api.ask('PATCH', `/v1/users/${bo.id}`, { isDisabled: true });
  expect((await ask(browser, 'GET', '/v1/session')).status).toBe(401);
  expect((await api.signInByLink(unused)).status).toBe(401);
  expect(await api.ask('POST', `/v1/users/${bo.id}/sign-in-links`)).toMatchObject({ status: 409 });
});

test('the local admin can be neither demoted nor deactivated', async () => {
  for (const change of [{ role: 'viewer' }, { isDisabled: true }])
    expect(await api.ask('PATCH', `/v1/users/${initialAdminId}`, change)).toMatchObject({ status: 409 });
});

test('a token with the scope access:admin cannot grant a user more scopes than the token has', async () => {
  const scopes = ['access:admin'];
  const { body: bot } = await api.ask('POST', '/v1/tokens', { name: 'bot', scopes });
  const bearer = { authorization: `Bearer ${bot.token}`, 'content-type': 'application/json' };
  const { body: gus } = await api.ask('POST', '/v1/users', { name: 'Gus', role: 'viewer' });
  expect((await ask(bearer, 'GET', '/v1/users')).status).toBe(200);
  for (const [method, path, body] of [
    ['POST', '/v1/users', { name: 'Hal', role: 'admin' }],
    ['PATCH', `/v1/users/${gus.id}`, { role: 'admin' }],
    ['PATCH', `/v1/users/${gus.id}`, { isDisabled: false }],
    ['POST', `/v1/users/${gus.id}/sign-in-links`, undefined],
  ] as const)
    expect((await ask(bearer, method, path, body)).status, `${method} ${path}`).toBe(403);
});

test('a token without the admin scope cannot demote or deactivate an admin', async () => {
  const { body: bot } = await api.ask('POST', '/v1/tokens', { name: 'bot', scopes: ['access:admin', 'viewer'] });
  const bearer = { authorization: `Bearer ${bot.token}`, 'content-type': 'application/json' };
  const { body: boss } = await api.ask('POST', '/v1/users', { name: 'Ida', role: 'admin' });
  for (const change of [{ isDisabled: true }, { role: 'viewer' }, { role: 'viewer', isDisabled: true }])
    expect((await ask(bearer, 'PATCH', `/v1/users/${boss.id}`, change)).status).toBe(403);
});

test('a token can neither create a token that outlives it nor revoke a token with wider scopes', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const { body: short } = await api.ask('POST', '/v1/tokens', {
    name: 'short',
    scopes: ['viewer'],
    expiresAt: tomorrow,
  });
  const bearer = { authorization: `Bearer ${short.token}`, 'content-type': 'application/json' };
  const { body: child } = await ask(bearer, 'POST', '/v1/tokens', { name: 'child', expiresAt: null });
  const listed = (await api.store.access.listTokens()).find(({ id }) => id === child.id);
  expect(listed).toMatchObject({ expiresAt: tomorrow, scopes: ['viewer'] });
  const wide = (await api.store.access.listTokens()).find(({ name }) => name === 'test');
  expect((await ask(bearer, 'DELETE', `/v1/tokens/${wide?.id}`)).status).toBe(403);
  expect((await ask(bearer, 'POST', '/v1/sign-out/everywhere')).status).toBe(403);
  expect((await ask(bearer, 'DELETE', `/v1/tokens/${child.id}`)).status).toBe(204);
});

test('a token never exceeds the role of its creator, and only the creator and admins see the token', async () => {
  const { body: cy } = await api.ask('POST', '/v1/users', { name: 'Cy', role: 'triager' });
  const browser = await open((await api.ask('POST', `/v1/users/${cy.id}/sign-in-links`)).body.url);
  const make = (scopes?: string[]) => ask(browser, 'POST', '/v1/tokens', { name: 'hers', ...(scopes && { scopes }) });
  expect(await make(['admin'])).toMatchObject({ status: 403, body: { detail: expect.stringContaining('admin') } });
  expect(await make(['connections:admin'])).toMatchObject({ status: 403 });
  expect(await make(['owner'])).toMatchObject({ status: 400 });
  const narrow = await make(['search:viewer', 'access:viewer']);
  expect(narrow.status).toBe(201);
  const whole = await make();
  expect(whole.status).toBe(201);
  expect((await ask(browser, 'GET', '/v1/tokens')).body.items).toMatchObject([
    { scopes: ['search:viewer', 'access:viewer'], owner: { name: 'Cy' } },
    { scopes: ['triager'], owner: { name: 'Cy' } },
  ]);
  expect((await api.ask('GET', '/v1/tokens')).body.items).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'test' }), expect.objectContaining({ name: 'hers' })]),
  );

  // A token can create neither a token with more scopes nor a sign-in link.
  const bearer = { authorization: `Bearer ${narrow.body.token}`, 'content-type': 'application/json' };
  expect((await ask(bearer, 'POST', '/v1/tokens', { name: 'wider', scopes: ['triager'] })).status).toBe(403);
  expect((await ask(bearer, 'POST', '/v1/sign-in-links')).status).toBe(403);
  expect((await ask(bearer, 'POST', '/v1/tokens', { name: 'same' })).status).toBe(201);

  const [mine] = (await api.store.access.listTokens(initialAdminId)).map(({ id }) => id);
  expect((await ask(browser, 'DELETE', `/v1/tokens/${mine}`)).status).toBe(404);
  // The new role of a user also limits tokens that were created before the role changed.
  await api.ask('PATCH', `/v1/users/${cy.id}`, { role: 'viewer' });
  const wide = { authorization: `Bearer ${whole.body.token}` };
  expect((await ask(wide, 'POST', '/v1/catalogue/suggest')).status).toBe(403);
});

test('all sessions of a user end when the user signs out everywhere or an admin signs the user out', async () => {
  const { body: dee } = await api.ask('POST', '/v1/users', { name: 'Dee', role: 'viewer' });
  const link = async () => (await api.ask('POST', `/v1/users/${dee.id}/sign-in-links`)).body.url;
  const browsers = async () => [await open(await link()), await open(await link())] as const;
  const isIn = async (browser: Record<string, string>) => (await ask(browser, 'GET', '/v1/session')).status === 200;
  const [first, second] = await browsers();
  expect((await ask(first, 'POST', '/v1/sign-out/everywhere')).status).toBe(204);
  expect([await isIn(first), await isIn(second)]).toEqual([false, false]);
  const [third, fourth] = await browsers();
  expect([await isIn(third), await isIn(fourth)]).toEqual([true, true]);
  expect((await api.ask('POST', `/v1/users/${dee.id}/sign-out`)).status).toBe(204);
  expect([await isIn(third), await isIn(fourth)]).toEqual([false, false]);
});

test('the session cookie is renewed once an hour', async () => {
  const browser = await open((await api.ask('POST', '/v1/sign-in-links')).body.url);
  expect((await ask(browser, 'GET', '/v1/session')).response.headers.getSetCookie()).toEqual([]);
  await api.query(`update session set renewed_at = now() - interval '2 hours'`);
  const { response } = await ask(browser, 'GET', '/v1/session');
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie.startsWith(`${sessionCookie.nameAt(api.url)}=`)).toBe(true);
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/u);
  const renewed = { ...browser, cookie: cookie.split(';')[0] ?? '' };
  expect(renewed.cookie).not.toBe(browser.cookie);
  // A request that was sent while the cookie was renewed still has the previous cookie.
  for (const either of [browser, renewed]) expect((await ask(either, 'GET', '/v1/session')).status).toBe(200);
});

test('a demoted user can still revoke a token that was created with the higher role', async () => {
  const { body: ida } = await api.ask('POST', '/v1/users', { name: 'Iris', role: 'triager' });
  const browser = await open((await api.ask('POST', `/v1/users/${ida.id}/sign-in-links`)).body.url);
  const { body: token } = await ask(browser, 'POST', '/v1/tokens', { name: 'hers' });
  await api.ask('PATCH', `/v1/users/${ida.id}`, { role: 'viewer' });
  expect((await ask(browser, 'DELETE', `/v1/tokens/${token.id}`)).status).toBe(204);
});

test.each(['\u0000', '\u200b', '\u202eevil', 'Ann\nadmin', '   '])(
  'rejects the invisible or misleading name %j for a user or token',
  async (name) => {
    const { body: ann } = await api.ask('POST', '/v1/users', { name: `Ann ${randomUUID()}`, role: 'viewer' });
    for (const [method, path, body] of [
      ['POST', '/v1/users', { name, role: 'viewer' }],
      ['PATCH', `/v1/users/${ann.id}`, { name }],
      ['POST', '/v1/tokens', { name }],
    ] as const) {
      const answer = await api.ask(method, path, body);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.body.detail).toContain('enter the name on one line');
    }
  },
);

test('an invitation for the name or e-mail address of a user is refused', async () => {
  const kim = { name: 'Kim Doe', email: 'kim@example.com', role: 'viewer' };
  expect((await api.ask('POST', '/v1/users', kim)).body).toMatchObject({ name: 'Kim Doe', email: 'kim@example.com' });
  const sameName = await api.ask('POST', '/v1/users', { name: 'kim doe', role: 'admin' });
  expect([sameName.status, sameName.body.detail]).toEqual([
    409,
    expect.stringContaining('“Kim Doe” exists already. Create a sign-in link'),
  ]);
  const sameEmail = await api.ask('POST', '/v1/users', { ...kim, name: 'Kim', email: 'KIM@example.com' });
  expect([sameEmail.status, sameEmail.body.detail]).toEqual([409, expect.stringContaining('belongs to “Kim Doe”')]);
  expect((await api.ask('POST', '/v1/users', { ...kim, name: 'Lee', email: 'lee' })).status).toBe(400);
});
