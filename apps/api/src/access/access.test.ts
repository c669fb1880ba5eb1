import { randomUUID } from 'node:crypto';
import { initialAdminId, type SessionStartMethod } from '@refrain/domain';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../create-app.ts';
import { sessionCookie } from '../http/authentication/cookie.ts';
import { listen } from '../http/listen.ts';
import { logRequests } from '../http/requests/log-requests.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();

test('rejects a request without a token with 401, even if the route does not exist', async () => {
  for (const path of ['/v1/session', '/v1/no-such-route']) {
    const response = await fetch(`${api.url}${path}`);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'unauthenticated', status: 401 });
  }
});

test('rejects unknown and revoked tokens', async () => {
  const withToken = (token: string) =>
    fetch(`${api.url}/v1/session`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status);
  expect(await withToken('rfr_made_up')).toBe(401);
  const { body } = await api.ask('POST', '/v1/tokens', { name: 'short-lived' });
  expect(await withToken(String(body.token))).toBe(200);
  expect((await api.ask('DELETE', `/v1/tokens/${body.id}`)).status).toBe(204);
  expect(await withToken(String(body.token))).toBe(401);
});

async function signIn(): Promise<string> {
  const { body } = await api.ask('POST', '/v1/sign-in-links');
  const response = await api.signInByLink(body.url);
  expect(response.status).toBe(303);
  expect((await api.signInByLink(body.url)).status).toBe(401);
  const cookie = response.headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(/HttpOnly/u);
  expect(cookie).toMatch(/SameSite=Lax/u);
  return cookie.split(';')[0] ?? '';
}

test('a sign-in link works once and opens a session that ends with sign-out', async () => {
  const cookie = await signIn();
  expect((await fetch(`${api.url}/v1/session`, { headers: { cookie } })).status).toBe(200);
  const origin = api.url;
  expect((await fetch(`${api.url}/v1/sign-out`, { method: 'POST', headers: { cookie, origin } })).status).toBe(204);
  expect((await fetch(`${api.url}/v1/session`, { headers: { cookie } })).status).toBe(401);
});

test('tokens, sign-in links and sessions each have 256 random bits', async () => {
  const bits = '[\\w-]{43}';
  const made: string[][] = [];
  for (let round = 0; round < 20; round += 1) {
    made.push([
      String((await api.ask('POST', '/v1/tokens', { name: 'x' })).body.token),
      String((await api.ask('POST', '/v1/sign-in-links')).body.url),
      await signIn(),
    ]);
  }
  const forms = [`^rfr_${bits}$`, `^${api.url}/sign-in/${bits}$`, `^${sessionCookie.nameAt(api.url)}=${bits}$`];
  for (const secrets of made) {
    for (const [at, form] of forms.entries()) expect(secrets[at]).toMatch(new RegExp(form, 'u'));
  }
  expect(new Set(made.flat().map((secret) => secret.slice(-43))).size).toBe(60);
});

test('signing in by a link ends the previous session of the browser', async () => {
  const cookie = await signIn();
  const { body } = await api.ask('POST', '/v1/sign-in-links');
  const again = await api.signInByLink(body.url, { cookie });
  const renewed = again.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const statusOf = async (one: string) => (await fetch(`${api.url}/v1/session`, { headers: { cookie: one } })).status;
  expect([await statusOf(cookie), await statusOf(renewed)]).toEqual([401, 200]);
});

test('rejects a write by session cookie from another origin', async () => {
  const cookie = await signIn();
  const write = (headers: Record<string, string>) =>
    fetch(`${api.url}/v1/sign-in-links`, { method: 'POST', headers: { cookie, ...headers } }).then(
      ({ status }) => status,
    );
  expect(await write({ origin: 'https://elsewhere.example' })).toBe(403);
  expect(await write({})).toBe(403);
  expect(await write({ origin: api.url })).toBe(201);
});

test('compares the origin of a write with the public URL, not with the Host header of a proxy', async () => {
  const proxied = await startApiUnderTest({ publicUrl: 'https://refrain.example' });
  const { secret } = await proxied.store.access.createSession(60_000, initialAdminId);
  const write = (origin: string, name = '__Host-refrain_session') =>
    fetch(`${proxied.url}/v1/sign-in-links`, {
      method: 'POST',
      headers: { cookie: `${name}=${secret}`, origin },
    }).then(({ status }) => status);
  expect(await write('https://refrain.example')).toBe(201);
  expect(await write('https://refrain.example.evil')).toBe(403);
  expect(await write('http://refrain.example')).toBe(403);
  // The cookie name lacks the __Host- prefix, so another host of the domain could have set the cookie.
  expect(await write('https://refrain.example', 'refrain_session')).toBe(401);
});

test('with an https public URL, the session cookie is limited to TLS and one host', async () => {
  const secure = await startApiUnderTest({ publicUrl: 'https://refrain.example' });
  const { body } = await secure.ask('POST', '/v1/sign-in-links');
  const [cookie = ''] = (await secure.signInByLink(body.url)).headers.getSetCookie();
  const [pair, ...attributes] = cookie.split('; ');
  expect(pair).toMatch(/^__Host-refrain_session=[\w-]{43}$/u);
  expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));
  expect(cookie).not.toMatch(/domain/iu);
});

test('rejects a malformed URL with 400 and does not log it as an error', async () => {
  for (const path of ['/sign-in-with/%FFlong', '/connect/github/%FF', '/sign-in/%FF'])
    expect((await fetch(`${api.url}${path}`, { redirect: 'manual' })).status, path).toBe(400);
  expect(api.errors).toEqual([]);
});

test('sign-out clears the browser’s HTTP cache', async () => {
  const cookie = await signIn();
  const headers = { cookie, origin: api.url };
  const out = await fetch(`${api.url}/v1/sign-out`, { method: 'POST', headers });
  expect(out.headers.get('clear-site-data')).toBe('"cache"');
});

test('opening a sign-in link shows the user without signing in, so that mail scanners do not use the link up', async () => {
  const { body: user } = await api.ask('POST', '/v1/users', { name: 'Eve <img src=x>', role: 'viewer' });
  const { body } = await api.ask('POST', `/v1/users/${user.id}/sign-in-links`);
  for (const method of ['HEAD', 'GET', 'GET']) {
    const opened = await fetch(String(body.url), { method, redirect: 'manual' });
    expect([opened.status, opened.headers.getSetCookie()]).toEqual([200, []]);
    expect(opened.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/u);
    if (method === 'GET') expect(await opened.text()).toContain('<b>Eve &lt;img src=x&gt;</b> (viewer)');
  }
  expect((await api.signInByLink(body.url)).headers.get('location')).toBe('/');
});

test('a web page of another origin cannot submit the form of a sign-in link', async () => {
  const { body } = await api.ask('POST', '/v1/sign-in-links');
  for (const origin of ['https://elsewhere.example', 'null']) {
    const forged = await api.signInByLink(body.url, { origin });
    expect([forged.status, forged.headers.getSetCookie()]).toEqual([403, []]);
  }
  expect((await fetch(String(body.url), { method: 'POST', redirect: 'manual' })).status).toBe(403);
  expect((await api.signInByLink(body.url)).status).toBe(303);
});

test('a used or unknown sign-in link leads to a page that explains the problem', async () => {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const response = await fetch(`${api.url}/sign-in/made-up`, { headers: { accept }, redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/?link=used']);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect((await api.signInByLink(`${api.url}/sign-in/made-up`, { accept })).headers.get('location')).toBe(
    '/?link=used',
  );
  const program = await fetch(`${api.url}/sign-in/made-up`, { redirect: 'manual' });
  expect(await program.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
});

test('a token that expires cannot create a sign-in link', async () => {
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const { body } = await api.ask('POST', '/v1/tokens', { name: 'for a minute', expiresAt });
  const headers = { authorization: `Bearer ${body.token}` };
  for (const path of ['/v1/sign-in-links', '/v1/users/local/sign-in-links'])
    expect((await fetch(`${api.url}${path}`, { method: 'POST', headers })).status).toBe(403);
});

test('rejects the creation of a token with an unknown scope', async () => {
  expect((await api.ask('POST', '/v1/tokens', { name: 'x', scopes: ['search:viewer'] })).status).toBe(201);
  const { status, body } = await api.ask('POST', '/v1/tokens', { name: 'x', scopes: ['viewer', 'serch:viewer'] });
  expect([status, body.detail]).toEqual([400, expect.stringContaining('serch:viewer')]);
});

test('the list of tokens does not contain secrets', async () => {
  const listed = await api.ask('GET', '/v1/tokens');
  expect(JSON.stringify(listed.body)).not.toContain(api.token);
});

test('reports the outcome of each sign-in attempt without the submitted secrets', async () => {
  const api = await startApiUnderTest();
  const accept = 'text/html';
  const { body } = await api.ask('POST', '/v1/sign-in-links');
  await api.signInByLink(body.url, { accept });
  await fetch(String(body.url), { headers: { accept }, redirect: 'manual' });
  await fetch(`${api.url}/sign-in-with/oidc/back?code=guess`, { headers: { accept } });
  await fetch(`${api.url}/v1/session`, { headers: { authorization: 'Bearer rfr_guess' } });
  await vi.waitFor(() => expect(api.answered).toHaveLength(5), { timeout: 30_000 });
  expect(api.answered.map(({ signIn }) => signIn)).toEqual([null, 'done', 'refused', 'refused', null]);
  expect(api.answered[0]?.caller).toMatch(/^token\//u);
  expect(api.answered[1]?.caller).toMatch(/^session\//u);
  expect(api.answered.at(-1)).toMatchObject({ status: 401, caller: null, hasCredential: true });
  expect(JSON.stringify(api.answered)).not.toMatch(/guess|rfr_/u);
});

test('the debug log contains request paths without queries and credentials', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
  const logged = await listen(createApp({ ...api.deps, logRequests: logRequests(logger) }), '127.0.0.1', 0);
  onTestFinished(() => logged.close());
  const paths = ['/v1/failures?query=canary', '/sign-in/canary', '/connect/github/canary', '/webhooks/github/1/canary'];
  const headers = { authorization: 'Bearer rfr_canary', cookie: 'refrain_session=canary' };
  for (const path of paths) await (await fetch(`${logged.url}${path}`, { headers, redirect: 'manual' })).text();
  await expect.poll(() => lines.length, { timeout: 30_000 }).toBe(paths.length);
  expect(lines[0]).toContain('"path":"/v1/failures"');
  expect(lines.join('')).not.toContain('canary');
});

async function createUserToken(role: 'viewer' | 'admin' = 'viewer') {
  const { id: userId } = await api.store.access.addUser(`Una User ${randomUUID()}`, role);
  const { id, token } = await api.store.access.createToken('hers', null, { userId, scopes: [role] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${api.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { userId, id, token, headers, ask };
}

test('revoking a token also ends the tokens and sign-in links that were created with it', async () => {
  const parent = await createUserToken();
  const { token } = (await (await parent.ask('POST', '/v1/tokens', { name: 'child' })).json()) as { token: string };
  const { url } = (await (await parent.ask('POST', '/v1/sign-in-links')).json()) as { url: string };
  const signedIn = await api.signInByLink(url);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const statuses = async () => [
    (await fetch(`${api.url}/v1/session`, { headers: { authorization: `Bearer ${token}` } })).status,
    (await fetch(`${api.url}/v1/session`, { headers: { cookie } })).status,
  ];
  expect(await statuses()).toEqual([200, 200]);
  expect((await api.ask('DELETE', `/v1/tokens/${parent.id}`)).status).toBe(204);
  expect(await statuses()).toEqual([401, 401]);
});

/**
 * Requests a sign-in link with `ask`, signs in by this link, and returns the headers that requests in the new session must
 * have.
 */
async function signInBy(ask: (method: string, path: string) => Promise<Response>) {
  const { url } = (await (await ask('POST', '/v1/sign-in-links')).json()) as { url: string };
  const cookie = (await api.signInByLink(url)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, origin: api.url, 'content-type': 'application/json' };
}

test('revoking a token also ends the tokens and sign-in links that were created in the sessions of the token', async () => {
  const parent = await createUserToken('admin');
  const headers = await signInBy(parent.ask);
  const post = async (path: string, body: object) => {
    const response = await fetch(`${api.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as { token: string; url: string };
  };
  const { token } = await post('/v1/tokens', { name: 'escaped' });
  const links = [await post('/v1/sign-in-links', {}), await post('/v1/users/local/sign-in-links', {})];
  await api.ask('DELETE', `/v1/tokens/${parent.id}`);
  const asked = await fetch(`${api.url}/v1/session`, { headers: { authorization: `Bearer ${token}` } });
  expect(asked.status).toBe(401);
  for (const { url } of links) expect((await api.signInByLink(url)).status).toBe(401);
});

test('a session that a token began is limited to the scopes of the token, even after a promotion of the user', async () => {
  const viewer = await createUserToken();
  const headers = await signInBy(viewer.ask);
  await api.store.access.changeUser(viewer.userId, { role: 'admin' });
  const statusOf = async (path: string) => (await fetch(`${api.url}${path}`, { headers })).status;
  expect([await statusOf('/v1/session'), await statusOf('/v1/users')]).toEqual([200, 403]);
});

test.each([
  ['the token is revoked', async ({ id }: { id: string }) => api.store.access.revokeToken(id)],
  [
    'the user is deactivated',
    ({ userId }: { userId: string }) => api.store.access.changeUser(userId, { isDisabled: true }),
  ],
  [
    'the role of the user changes',
    ({ userId }: { userId: string }) => api.store.access.changeUser(userId, { role: 'admin' }),
  ],
])('an event stream ends within two seconds when %s', async (_what, revoke) => {
  const user = await createUserToken();
  const stream = await user.ask('GET', '/v1/events');
  expect(stream.status).toBe(200);
  const ended = stream.text().then(
    () => 'ended',
    () => 'ended',
  );
  await revoke(user);
  const start = performance.now();
  expect(await ended).toBe('ended');
  // The API checks access once a second; without these checks, the stream would end only at the heartbeat after 15 s.
  expect(performance.now() - start).toBeLessThan(8_000);
});

test('a user lists the signed-in browsers and signs one of them out', async () => {
  const user = await createUserToken();
  const { url } = (await (await user.ask('POST', '/v1/sign-in-links')).json()) as { url: string };
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const signedIn = await api.signInByLink(url, { 'user-agent': agent });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const own = await (await fetch(`${api.url}/v1/sessions`, { headers: { cookie } })).json();
  expect(own).toMatchObject({ total: 1, items: [{ via: 'link', client: 'Firefox on Linux', isCurrent: true }] });
  const { items } = (await (await user.ask('GET', '/v1/sessions')).json()) as { items: { id: string }[] };
  expect(items).toMatchObject([{ isCurrent: false }]);
  const id = items[0]?.id ?? '';
  expect((await (await createUserToken()).ask('DELETE', `/v1/sessions/${id}`)).status).toBe(404);
  expect((await user.ask('DELETE', `/v1/sessions/${id}`)).status).toBe(204);
  expect((await fetch(`${api.url}/v1/session`, { headers: { cookie } })).status).toBe(401);
});

test('switching off sign-in links blocks the creation and the use of links', async () => {
  const strict = await startApiUnderTest({ allowsSignInLinks: false });
  const { secret } = await strict.store.access.createSignInLink(60_000, initialAdminId);
  for (const method of ['GET', 'POST']) {
    const headers = { accept: 'text/html', origin: strict.url };
    const opened = await fetch(`${strict.url}/sign-in/${secret}`, { method, headers, redirect: 'manual' });
    expect([opened.status, opened.headers.get('location'), opened.headers.getSetCookie()]).toEqual([
      303,
      '/?link=off',
      [],
    ]);
  }
  const { body: user } = await api.ask('POST', '/v1/users', { name: 'Vera', role: 'viewer' });
  for (const [path, body] of [
    ['/v1/sign-in-links', {}],
    [`/v1/users/${user.id}/sign-in-links`, {}],
    ['/v1/users', { name: 'Vera', role: 'viewer' }],
  ] as const) {
    const { status, body: problem } = await strict.ask('POST', path, body);
    expect([path, status === 403 || status === 404]).toEqual([path, true]);
    if (status === 403) expect(problem.detail).toContain('REFRAIN_SIGN_IN_LINKS=allowed');
  }
  const ways = await (await fetch(`${strict.url}/v1/sign-in-methods`)).json();
  expect(ways).toEqual({ allowsLinks: false, items: [] });
});

test('switching off sign-in links rejects sessions that began by a link', async () => {
  const strict = await startApiUnderTest({ allowsSignInLinks: false });
  const statusOf = async (via: SessionStartMethod) => {
    const origin = { via, client: null, tokenId: null };
    const { secret } = await strict.store.access.createSession(60_000, initialAdminId, origin);
    return (
      await fetch(`${strict.url}/v1/session`, { headers: { cookie: `${sessionCookie.nameAt(strict.url)}=${secret}` } })
    ).status;
  };
  expect([await statusOf('provider'), await statusOf('link')]).toEqual([200, 401]);
});
