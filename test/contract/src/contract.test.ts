import express from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { createOpenApiDocumentCheck, type DocumentedOperation } from './check-document.ts';
import { createContractTestInstallation, type TestRequest } from './contract-test-installation.ts';
import { listServedRoutes } from './list-served-routes.ts';

const { api, ids, requests } = await createContractTestInstallation();
const { operations, checkRequest, checkResponse } = createOpenApiDocumentCheck(
  (await api.ask('GET', '/v1/openapi.json')).body,
);
// No request may cause an internal error in the API.
afterAll(() => expect(api.errors).toEqual([]));

interface Sent {
  readonly accept?: string | undefined;
  readonly token?: string | null;
}

async function send(
  operation: DocumentedOperation,
  { params = {}, query, body, text }: TestRequest,
  { accept, token }: Sent = {},
) {
  const before = /\/([\w-]+)\/\{(\w+)\}/u.exec(operation.path);
  const path = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const id = params[name] ?? ids[before?.[1] ?? ''];
    if (id === undefined) throw new Error(`contract-world.ts has no id for ${operation.path}: add one to \`ids\``);
    return encodeURIComponent(id);
  });
  const response = await fetch(`${api.url}${path}${query === undefined ? '' : `?${query}`}`, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${api.token}` }),
      ...(accept === undefined ? {} : { accept }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: text ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const mediaType = response.headers.get('content-type')?.split(';', 1)[0] ?? null;
  const answer = await response.text();
  const problems = checkResponse(operation, response.status, mediaType, answer);
  return { status: response.status, mediaType, answer, problems };
}

/** Operations that change nothing although their method is not GET. */
const asking = new Set([
  ...[
    'checkConnection',
    'checkFile',
    'checkRecords',
    'checkScope',
    'checkWording',
    'listRejectedRows',
    'previewEditedIssue',
    'search',
  ],
]);

async function countDecided(operation: string): Promise<number> {
  return Number((await api.ask('GET', `/v1/audit?operation=${operation}&limit=1`)).body.total);
}

test('the API serves exactly the documented routes', () => {
  const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(listServedRoutes(api.app).sort()).toEqual(described.filter((route) => route.includes(' /v1/')).sort());
});

test('listServedRoutes finds a route that was added without documentation', () => {
  const router = express.Router().get('/hidden/:id', () => {});
  const app = express()
    .use('/v1', router)
    .use(express.Router().post('/v1/open', () => {}));
  app.get('/other', () => {});
  app.put('/v1/any', () => {});
  expect(listServedRoutes(app)).toEqual(['GET /v1/hidden/{id}', 'POST /v1/open', 'PUT /v1/any']);
});

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  const types = operation.responseTypes.length === 0 ? [undefined] : operation.responseTypes;

  test.each(types)('the response with media type %s matches the OpenAPI document', async (accept) => {
    const request = (await requests[id]?.()) ?? {};
    if (request.body !== undefined) expect(checkRequest(operation, request.body)).toEqual([]);
    const decided = await countDecided(id);
    const { status, mediaType, answer, problems } = await send(operation, request, { accept });
    expect([status, answer.slice(0, 300), problems]).toEqual([expect.any(Number), expect.any(String), []]);
    expect(`${status}: ${status < 300 ? 'well' : answer}`).toMatch(/^2\d\d: well$/u);
    expect(mediaType).toBe(accept ?? null);
    // Every write request has exactly one entry in the audit log.
    const isDecision = operation.method !== 'get' && !asking.has(id);
    expect((await countDecided(id)) - decided).toBe(isDecision ? 1 : 0);
  });

  test('error responses match the OpenAPI document', async () => {
    const request = (await requests[id]?.()) ?? {};
    const refused = async (how: string, status: number, sent: TestRequest, more: Sent = {}) => {
      const { problems, ...response } = await send(operation, sent, more);
      const { mediaType, answer } = response;
      expect([how, response.status, mediaType, answer, problems]).toEqual([
        ...[how, status, 'application/problem+json'],
        ...[expect.any(String), []],
      ]);
    };
    await refused('an unknown parameter', 400, { ...request, query: `${request.query ?? ''}&nosuch=1` });
    if (!operation.isOpen) await refused('nobody', 401, request, { token: null });
    const params = Object.fromEntries(operation.params.map((name) => [name, 'nosuch']));
    if (operation.statuses.includes('404') && operation.params.length > 0)
      await refused('nothing there', 404, { ...request, params });
    if (operation.requestTypes.includes('application/json')) await refused('no body', 400, { ...request, body: [] });
  });
});
