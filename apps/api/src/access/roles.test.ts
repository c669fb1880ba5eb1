import { hourInMs, includesRole, initialAdminId, Role } from '@refrain/domain';
import { expect, test } from 'vitest';
import { sessionCookie } from '../http/authentication/cookie.ts';
import type { Route } from '../http/routing/define-route.ts';
import { createRoutes } from '../routes.ts';
import { batchesOf } from '../search/batches.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
const routes = createRoutes(api.deps);

type Headers = Record<string, string>;
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });

/** One user of each role, with the headers that authenticate a request by token and those by session cookie. */
const callers = await Promise.all(
  Role.options.map(async (role) => {
    const { id: userId } = await api.store.access.addUser(role, role);
    const { token } = await api.store.access.createToken(role, null, { userId, scopes: [role] });
    const { secret } = await api.store.access.createSession(hourInMs, userId);
    const cookie = `${sessionCookie.nameAt(api.url)}=${secret}`;
    return { role, userId, byToken: bearer(token), bySession: { cookie, origin: api.url } };
  }),
);
const adminId = callers.find(({ role }) => role === 'admin')?.userId ?? '';

/** Sends a request with an invalid body, and returns the error code of a 401 or 403; null for any other status. */
async function knock(method: string, path: string, headers: Headers): Promise<string | null> {
  const response = await fetch(`${api.url}${path.replaceAll(/\{\w+\}/gu, 'nothing')}`, {
    method: method.toUpperCase(),
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'get' ? {} : { body: '"nothing that a route takes"' }),
  });
  if (response.status === 401 || response.status === 403) return ((await response.json()) as { code: string }).code;
  // Cancels the response body, because the body of an event stream never ends.
  await response.body?.cancel();
  return null;
}

/** Calls `check` for each route, ten routes at a time. */
async function forEachRoute(check: (route: Route) => Promise<void>): Promise<void> {
  for (const some of batchesOf(routes, 10)) await Promise.all(some.map(check));
}

test('every route declares a required role, and four routes are public', () => {
  expect(routes.length).toBeGreaterThan(80);
  for (const { operationId, needs } of routes) expect([...Role.options, 'anyone'], operationId).toContain(needs);
  expect(routes.filter(({ needs }) => needs === 'anyone').map(({ operationId }) => operationId)).toEqual([
    'listSignInMethods',
    'findLiveness',
    'findReadiness',
    'findDocument',
  ]);
});

test('a viewer may only read, search and manage their own access; changes of connections, users and secrets require an admin', () => {
  const named = (needs: string) => routes.filter((route) => route.needs === needs);
  expect(
    named('viewer')
      .filter(({ method }) => method !== 'get')
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual([
    ...['checkWording', 'createSignInLink', 'createToken', 'endSession', 'previewEditedIssue', 'revokeToken'],
    ...['search', 'signOut', 'signOutEverywhere'],
  ]);
  expect(
    named('admin')
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual([
    ...[
      'addUser',
      'beginGitHubApp',
      'changeOnboarding',
      'changeScope',
      'changeUser',
      'checkConnection',
      'checkFile',
      'checkRecords',
    ],
    ...['checkScope', 'compareNow'],
    ...[
      'connect',
      'createSignInLinkOf',
      'decidePolicy',
      'discardDeadLetter',
      'erase',
      'findDeadLetter',
      'findEncryption',
    ],
    ...['findErasure', 'findGitHubApp', 'findHealth', 'findSecurity', 'findWebhook', 'importFile', 'importIntoArchive'],
    ...[
      'importRecords',
      'liftErasure',
      'listDeadLetters',
      'listDecisions',
      'listErasures',
      'listRejectedRows',
      'listSubscriptions',
    ],
    ...['listUnreadable', 'listUsers', 'previewErasure', 'removeConnection', 'renewWebhookSecret'],
    ...['replay', 'replayDeadLetter', 'replayDeadLetters', 'rotateKeys', 'signOutUser', 'startBackfill'],
    ...['subscribe', 'testSubscription', 'unsubscribe'],
  ]);
});

test('every route except the public ones rejects a request without a credential', async () => {
  await forEachRoute(async ({ method, path, needs, operationId }) => {
    if (needs !== 'anyone') expect(await knock(method, path, {}), operationId).toBe('unauthenticated');
  });
});

test.each(callers)(
  'a $role can use exactly the routes of this role and lower roles, by token and by session',
  async ({ role, byToken, bySession }) => {
    await forEachRoute(async ({ method, path, needs, operationId }) => {
      if (needs === 'anyone' || operationId === 'signOut' || operationId === 'signOutEverywhere') return;
      const expected = includesRole(role, needs) ? null : 'forbidden';
      expect(await knock(method, path, byToken), `${operationId} by token`).toBe(expected);
      expect(await knock(method, path, bySession), `${operationId} by session`).toBe(expected);
    });
  },
);

test('every route rejects a write by session cookie from another origin', async () => {
  const { secret } = await api.store.access.createSession(hourInMs, initialAdminId);
  const elsewhere = { cookie: `${sessionCookie.nameAt(api.url)}=${secret}`, origin: 'https://elsewhere.example' };
  await forEachRoute(async ({ method, path, needs, operationId }) => {
    if (method === 'get' || needs === 'anyone') return;
    expect(await knock(method, path, elsewhere), operationId).toBe('forbidden');
  });
});

test('a token with the scope search:triager can use only the routes with the tag search', async () => {
  const { token } = await api.store.access.createToken('search', null, { userId: adminId, scopes: ['search:triager'] });
  await forEachRoute(async ({ method, path, tag, needs, operationId }) => {
    if (needs === 'anyone') return;
    const isReached = tag === 'search' && needs !== 'admin';
    expect(await knock(method, path, bearer(token)), operationId).toBe(isReached ? null : 'forbidden');
  });
});

test.each([
  ...['get /queues', 'get /queues/', 'get /queues/queue/ingest', 'get /queues/static/images/logo.svg'],
  ...['get /queues/api/queues', 'put /queues/api/queues/ingest/pause', 'put /queues/api/queues/ingest/resume'],
  ...['put /queues/api/queues/ingest/retry/failed', 'post /queues/api/queues/ingest/add'],
])('the queue board requires an admin for %s', async (request) => {
  const [method = '', path = ''] = request.split(' ');
  expect(await knock(method, path, {})).toBe('unauthenticated');
  for (const { role, byToken, bySession } of callers) {
    // Even an admin may not add jobs.
    const expected = role === 'admin' && method !== 'post' ? null : 'forbidden';
    expect(await knock(method, path, byToken), `by a ${role}`).toBe(expected);
    expect(await knock(method, path, bySession), `by the session of a ${role}`).toBe(expected);
  }
  const { token } = await api.store.access.createToken('search', null, { userId: adminId, scopes: ['search:admin'] });
  expect(await knock(method, path, bearer(token)), 'by a token with another scope').toBe('forbidden');
});

test('returns 404 for a known path if no route has the method', async () => {
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
  const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' };
  const responses = await Promise.all(
    others.map(async ({ method, path }) => {
      const init = { method: method.toUpperCase(), headers, ...(method === 'get' ? {} : { body: '{}' }) };
      return `${(await fetch(api.url + path, init)).status} ${method} ${path}`;
    }),
  );
  expect(responses.filter((answer) => !answer.startsWith('404 '))).toEqual([]);
});
