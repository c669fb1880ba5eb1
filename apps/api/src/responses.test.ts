import {
  type AppError,
  ConnectionsResponse,
  ConnectResponse,
  FailureResponse,
  FailuresResponse,
  ImportResponse,
  ImprovementsResponse,
  PatternFacets,
  PatternResponse,
  PatternsResponse,
  ReadinessResponse,
  SessionResponse,
  StatusResponse,
  UnreadableRecordsResponse,
} from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from './create-app.ts';
import { sessionCookie } from './http/authentication/cookie.ts';
import { listen } from './http/listen.ts';
import { startApiUnderTest } from './testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from './testing/stored-under-test.ts';

const api = await startApiUnderTest();
const connected = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
const { id: connectionId } = ConnectResponse.parse(connected.body).connection;
await api.store.failures.upsert(connectionId, [createFailureDraft('one')]);
const [failure] = (await api.store.failures.list({ limit: 1 })).items;
await api.store.patterns.writeClustering({
  episodes: [],
  patterns: [{ pattern: createTestPattern('p1'), members: [] }],
  lineage: [],
  inputVersion: 'v',
});
await api.store.improvements.ensure('p1', { repository: null, title: 'Bound the pool' });

test.each([
  ['/readyz', ReadinessResponse],
  ['/v1/session', SessionResponse],
  ['/v1/status', StatusResponse],
  ['/v1/connections', ConnectionsResponse],
  [`/v1/connections/${connectionId}/unreadable`, UnreadableRecordsResponse],
  ['/v1/patterns', PatternsResponse],
  ['/v1/patterns/p1', PatternResponse],
  ['/v1/patterns/facets?cause=capacity', PatternFacets],
  ['/v1/failures', FailuresResponse],
  [`/v1/failures/${failure?.id}`, FailureResponse],
  ['/v1/improvements', ImprovementsResponse],
  ['/v1/improvements?patternId=p1', ImprovementsResponse],
])('the response of GET %s matches its schema', async (path, answer) => {
  const { status, body } = await api.ask('GET', path);
  expect([status, answer.safeParse(body).error]).toEqual([200, undefined]);
});

test.each([
  ['p1', 'There is no report of pattern p1 yet.'],
  ['nosuch', 'There is no pattern nosuch.'],
])('the 404 for a missing report of %s says whether the pattern exists', async (id, detail) => {
  expect(await api.ask('GET', `/v1/patterns/${id}/report`)).toMatchObject({ status: 404, body: { detail } });
});

test('rejects a body that is not in UTF-8, because its nesting depth could not be checked', async () => {
  const [headers, body] = [{ 'content-type': 'application/json; charset=utf-7' }, '{"text":"the pool ran dry"}'];
  const authorization = `Bearer ${api.token}`;
  const response = await fetch(`${api.url}/v1/search`, {
    method: 'POST',
    headers: { ...headers, authorization },
    body,
  });
  expect([response.status, await response.json()]).toMatchObject([
    400,
    { detail: 'The request body has the character set utf-7. Send it in UTF-8.' },
  ]);
});

test('rejects a body of more than 1,000 values, because many such bodies would block the event loop', async () => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${api.token}` };
  const body = `[${'0,'.repeat(1_000)}0]`;
  const response = await fetch(`${api.url}/v1/search`, { method: 'POST', headers, body });
  expect([response.status, await response.json()]).toMatchObject([
    400,
    { detail: 'The request body is made of more than 1000 values: flatten or shorten it.' },
  ]);
});

const thousand = Array.from({ length: 1_000 }, (_, nth) => `name-${nth}`);
const lists = ['repositories', 'services', 'environments', 'workflows', 'incidentLabels'];
const fullScope = {
  ...Object.fromEntries(lists.map((list) => [list, thousand])),
  postmortemFolders: thousand.map((name) => `acme/${name}:docs`),
};
test.each([
  ['POST', '/v1/corrections', { kind: 'must_link', failureIds: thousand }, 404],
  ['PUT', '/v1/connections/nosuch/scope', fullScope, 404],
  ['POST', '/v1/connections/nosuch/check-scope', fullScope, 404],
  ['POST', '/v1/connections', { provider: 'archive', account: 'full', scope: fullScope }, 201],
  ['POST', '/v1/connections/check', { provider: 'archive', account: 'full', scope: fullScope }, 409],
  ['PUT', '/v1/policy', { notesFor: thousand }, 200],
])('%s %s accepts a body with lists of maximum length', async (method, path, body, status) => {
  expect((await api.ask(method, path, body)).status).toBe(status);
});

test('the response of POST /v1/archives/{name}/import matches its schema', async () => {
  const response = await fetch(`${api.url}/v1/archives/old/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}` },
    body: JSON.stringify({ type: 'archive.incident', deliveryKey: 'a', payload: { title: 'a' } }),
  });
  expect(ImportResponse.safeParse(await response.json()).error).toBeUndefined();
});

test('an unexpected error gets the same response everywhere, grants no access, and shows its cause only in the log', async () => {
  const fail = () => Promise.reject(new TypeError('canary of the inside'));
  const access = { ...api.store.access, findToken: fail, findSession: fail, findSignInLink: fail, useSignInLink: fail };
  const connections = { ...api.store.connections, listWebhookReceiverIds: fail };
  const errors: AppError[] = [];
  const onError = (error: AppError) => errors.push(error);
  const broken = await listen(
    createApp({ ...api.deps, store: { ...api.store, access, connections }, onError }),
    '127.0.0.1',
    0,
  );
  onTestFinished(() => broken.close());
  const [bearer, cookie] = [
    { authorization: `Bearer ${api.token}` },
    { cookie: `${sessionCookie.nameAt(api.url)}=guess` },
  ];
  for (const [method, path, credential] of [
    ['GET', '/v1/patterns', bearer],
    ['GET', '/v1/patterns', cookie],
    ['GET', '/v1/nothing', bearer],
    ['GET', '/queues/api/queues', bearer],
    ['GET', '/sign-in/guess', {}],
    ['POST', '/sign-in/guess', { origin: broken.url }],
    ['POST', '/webhooks/github/1/guess', {}],
  ] as const) {
    errors.length = 0;
    const headers = { accept: 'application/json', ...credential };
    const response = await fetch(broken.url + path, { method, headers });
    expect([path, response.status, await response.json()]).toEqual([
      path,
      500,
      {
        type: 'about:blank',
        title: 'internal',
        status: 500,
        code: 'internal',
        retryable: true,
        detail: "An internal error occurred. Refrain's log has the cause.",
      },
    ]);
    expect(JSON.stringify([...response.headers])).not.toContain('canary');
    expect(errors.map(({ message }) => message)).toEqual(['canary of the inside']);
  }
});
