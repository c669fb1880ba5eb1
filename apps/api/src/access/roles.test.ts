import { includesRole, localAdminId, Role, type User } from '@refrain/domain';
import { beforeAll, expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { createRoutes } from '../routes.ts';
import { sessionCookie } from './session-cookie.ts';

const api = await startApiUnderTest();
/** Every operation that is served, as it is mounted. */
const routes = createRoutes(api.deps);
const users = new Map<Role, User>();
const tokens = new Map<Role, string>();

beforeAll(async () => {
  for (const role of Role.options) {
    const user = await api.store.users.add(role, role);
    users.set(role, user);
    const of = { userId: user.id, scopes: [role] };
    tokens.set(role, (await api.store.access.createToken(role, null, of)).token);
  }
});

/** Nothing is meant by it: all that counts is whether it is let through. */
async function knock(method: string, path: string, headers: Record<string, string>): Promise<string | null> {
  const response = await fetch(`${api.url}${path.replaceAll(/\{\w+\}/gu, 'nothing')}`, {
    method: method.toUpperCase(),
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'get' ? {} : { body: '"nothing that a route takes"' }),
    signal: AbortSignal.timeout(10_000),
  });
  if (response.status === 401 || response.status === 403) return ((await response.json()) as { code: string }).code;
  // What is followed has no end.
  await response.body?.cancel();
  return null;
}

const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` });

async function sessionOf(role: Role): Promise<Record<string, string>> {
  const { secret } = await api.store.access.createSession(60_000, users.get(role)?.id ?? '');
  return { cookie: `${sessionCookie.nameAt(api.url)}=${secret}`, origin: api.url };
}

test('every route says what it needs', () => {
  expect(routes.length).toBeGreaterThan(80);
  for (const { operationId, needs } of routes) expect([...Role.options, 'anyone'], operationId).toContain(needs);
  // What is open without a sign-in is named here, one by one.
  expect(routes.filter(({ needs }) => needs === 'anyone').map(({ operationId }) => operationId)).toEqual([
    'listSignInWays',
    'findLiveness',
    'findReadiness',
    'findDocument',
  ]);
});

test('what is decided takes a triager, but for what is asked or of oneself; what tells secrets or connects takes an admin', () => {
  const named = (needs: string) => routes.filter((route) => route.needs === needs);
  expect(
    named('viewer')
      .filter(({ method }) => method !== 'get')
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual([
    ...['checkWording', 'createSignInLink', 'createToken', 'previewEditedIssue', 'revokeToken'],
    ...['search', 'signOut', 'signOutEverywhere'],
  ]);
  expect(
    named('admin')
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual([
    ...['addUser', 'beginGitHubApp', 'changeScope', 'changeUser', 'checkConnection', 'checkScope', 'compareNow'],
    ...['connect', 'createSignInLinkOf', 'decidePolicy', 'discardDeadLetter', 'findDeadLetter', 'findEncryption'],
    ...['findForgetting', 'findGitHubApp', 'findHealth', 'findSafety', 'findWebhook', 'forget', 'importIntoArchive'],
    ...['importRecords', 'liftForgetting', 'listDeadLetters', 'listDecisions', 'listForgettings', 'listSubscriptions'],
    ...['listUnreadable', 'listUsers', 'previewForgetting', 'removeConnection', 'renewWebhookSecret'],
    ...['replay', 'replayDeadLetter', 'replayDeadLetters', 'rotateKeys', 'signOutUser', 'startBackfill'],
    ...['subscribe', 'testSubscription', 'unsubscribe'],
  ]);
});

test('each route lets in the roles that it says, by token and by session, and nobody else', async () => {
  for (const { method, path, needs, operationId } of routes) {
    if (needs === 'anyone' || operationId === 'signOut' || operationId === 'signOutEverywhere') continue;
    expect(await knock(method, path, {}), operationId).toBe('unauthenticated');
    for (const role of Role.options) {
      const expected = includesRole(role, needs) ? null : 'forbidden';
      expect(await knock(method, path, bearer(tokens.get(role))), `${operationId} by a ${role}`).toBe(expected);
      expect(await knock(method, path, await sessionOf(role)), `${operationId} by the session of a ${role}`).toBe(
        expected,
      );
    }
  }
});

test('a session writes from our own page only, whatever its role', async () => {
  const { secret } = await api.store.access.createSession(60_000, localAdminId);
  for (const { method, path, needs, operationId } of routes) {
    if (method === 'get' || needs === 'anyone') continue;
    const elsewhere = { cookie: `${sessionCookie.nameAt(api.url)}=${secret}`, origin: 'https://elsewhere.example' };
    expect(await knock(method, path, elsewhere), operationId).toBe('forbidden');
  }
});

test('a token of one part reaches its part alone', async () => {
  const { token } = await api.store.access.createToken('search', null, {
    userId: users.get('admin')?.id ?? '',
    scopes: ['search:triager'],
  });
  for (const { method, path, tag, needs, operationId } of routes) {
    if (needs === 'anyone') continue;
    const isReached = tag === 'search' && needs !== 'admin';
    expect(await knock(method, path, bearer(token)), operationId).toBe(isReached ? null : 'forbidden');
  }
});

test.each([
  ...['get /queues', 'get /queues/', 'get /queues/queue/ingest', 'get /queues/static/images/logo.svg'],
  ...['get /queues/api/queues', 'put /queues/api/queues/ingest/pause', 'put /queues/api/queues/ingest/resume'],
  ...['put /queues/api/queues/ingest/retry/failed', 'post /queues/api/queues/ingest/add'],
])('the board of the queues is for admins: %s', async (asked) => {
  const [method = '', path = ''] = asked.split(' ');
  expect(await knock(method, path, {})).toBe('unauthenticated');
  for (const role of Role.options) {
    // Nobody adds jobs.
    const expected = role === 'admin' && method !== 'post' ? null : 'forbidden';
    expect(await knock(method, path, bearer(tokens.get(role))), `by a ${role}`).toBe(expected);
    expect(await knock(method, path, await sessionOf(role)), `by the session of a ${role}`).toBe(expected);
  }
  const { token } = await api.store.access.createToken('search', null, {
    userId: users.get('admin')?.id ?? '',
    scopes: ['search:admin'],
  });
  expect(await knock(method, path, bearer(token)), 'by a token of another part').toBe('forbidden');
});

test('a method that an address does not have is refused', async () => {
  const methods = ['get', 'post', 'put', 'patch', 'delete'];
  const served = routes.map(
    ({ method, path }) => new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
  );
  const addresses = new Set(routes.map(({ path }) => path.replaceAll(/\{\w+\}/gu, 'nothing')));
  const others = [...addresses].flatMap((path) =>
    methods
      .filter((method) => !served.some((one) => one.test(`${method} ${path}`)))
      .map((method) => ({ method, path })),
  );
  expect(others.length).toBeGreaterThan(150);
  const headers = { ...bearer(tokens.get('admin')), 'content-type': 'application/json' };
  const answers = await Promise.all(
    others.map(async ({ method, path }) => {
      const init = { method: method.toUpperCase(), headers, ...(method === 'get' ? {} : { body: '{}' }) };
      return `${(await fetch(api.url + path, init)).status} ${method} ${path}`;
    }),
  );
  expect(answers.filter((answer) => !answer.startsWith('404 '))).toEqual([]);
});
