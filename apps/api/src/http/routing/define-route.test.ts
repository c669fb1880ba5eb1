import { brotliCompressSync, gzipSync } from 'node:zlib';
import express, { type RequestHandler } from 'express';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { noRequestLimits } from '../../testing/no-request-limits.ts';
import { createRateLimits } from '../limits/create-rate-limits.ts';
import { listen } from '../listen.ts';
import { createOpenApiDocument } from '../openapi/create-open-api-document.ts';
import { createProblemHandler } from '../responses/problem.ts';
import { reply } from '../responses/reply.ts';
import { defineRoute, type Route } from './define-route.ts';
import { mountRoutes } from './mount-routes.ts';

const fields = { tag: 'system', summary: 'A test', needs: 'viewer' } as const;
const echo = defineRoute('post', '/v1/things/{kind}/{id}', {
  ...fields,
  operationId: 'echo',
  query: z.object({ limit: z.coerce.number().int().default(7) }),
  body: z.strictObject({ name: z.string() }).prefault({ name: 'nobody' }),
  responses: { 200: z.object({ kind: z.string(), id: z.string(), limit: z.number(), name: z.string() }) },
  handle: ({ params, query, body }) => ({ ...params, ...query, ...body }),
});
const shown = defineRoute('get', '/v1/shown', {
  ...fields,
  operationId: 'show',
  responses: { 200: { 'application/json': z.object({ a: z.number() }), 'text/markdown': z.string() }, 202: z.null() },
  handle: ({ mediaType }) => (mediaType === 'text/markdown' ? reply(200, '# a', 'text/markdown') : { a: 1 }),
});
const removed = defineRoute('delete', '/v1/shown', {
  ...fields,
  operationId: 'remove',
  responses: { 204: null },
  async handle() {},
});
const open = defineRoute('get', '/v1/open', {
  ...fields,
  operationId: 'open',
  needs: 'anyone',
  responses: { 202: z.null() },
  handle: () => null,
});
const routes = [echo, shown, removed, open];

const app = express();
mountRoutes(app, routes, {
  authenticate(request, response, next) {
    if (request.headers.authorization === undefined) response.status(401).end();
    else next();
  },
  authorise: () => (_request, _response, next) => next(),
  runOnce: (_route, _request, _response, run) => run(),
  runAudited: (_route, _request, _response, run) => run(() => {}),
  accessMonitor: { watch: () => () => {} },
  confirmAccess: (_request, _response, next) => next(),
  limits: createRateLimits({ open: () => expect.unreachable() }, noRequestLimits),
});
app.use(createProblemHandler(() => {}));
const { url: root, close } = await listen(app, '127.0.0.1', 0);
afterAll(close);

async function ask(method: string, path: string, { body, ...headers }: Record<string, string> = {}) {
  const response = await fetch(root + path, {
    method,
    headers: { authorization: 'x', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type')?.split(';', 1)[0] ?? null;
  return { status: response.status, type, text, detail: text.startsWith('{') ? JSON.parse(text).detail : undefined };
}

const json = { 'content-type': 'application/json' };

test('parses path, query and body, and sets defaults of missing fields', async () => {
  const response = await ask('POST', '/v1/things/a/b%2Fc?limit=9', { ...json, body: '{"name":"d"}' });
  expect(JSON.parse(response.text)).toEqual({ kind: 'a', id: 'b/c', limit: 9, name: 'd' });
  expect(JSON.parse((await ask('POST', '/v1/things/a/b')).text)).toEqual({
    kind: 'a',
    id: 'b',
    limit: 7,
    name: 'nobody',
  });
});

test.each([
  ['/v1/things/a/b?limits=9&x=1', {}, 'POST /v1/things/{kind}/{id} accepts limit, but not limits, x.'],
  ['/v1/things/a/b?limit=9&limit=8', {}, 'Cannot read the query: limit: '],
  [`/v1/things/a/${'b'.repeat(201)}`, {}, 'Cannot read the path: id: '],
  ['/v1/things/a/b', { ...json, body: '{"nam":"d"}' }, 'Cannot read the body: '],
  ['/v1/things/a/b', { ...json, body: '{"name":"d","role":"admin"}' }, 'Cannot read the body: '],
  ['/v1/things/a/b', { 'content-type': 'text/plain', body: '{"name":"d"}' }, 'Send the body as JSON'],
])('POST %s rejects %j with the reason', async (path, sent, detail) => {
  expect(await ask('POST', path, sent)).toMatchObject({
    status: 400,
    type: 'application/problem+json',
    detail: expect.stringContaining(detail),
  });
});

test('accepts a body of 1 MB and rejects a larger one', async () => {
  const send = (length: number) => ask('POST', '/v1/things/a/b', { ...json, body: `{"name":"${'x'.repeat(length)}"}` });
  expect((await send(2 ** 20 - 11)).status).toBe(200);
  expect((await send(2 ** 20 - 10)).status).toBe(413);
});

test.each([
  ['gzip', gzipSync('{"name":"d"}')],
  ['br', brotliCompressSync('{"name":"d"}')],
])('rejects a body that is compressed by %s with 415', async (encoding, body) => {
  const headers = { authorization: 'x', ...json, 'content-encoding': encoding };
  const response = await fetch(`${root}/v1/things/a/b`, { method: 'POST', headers, body });
  expect([response.status, await response.json()]).toMatchObject([
    415,
    {
      code: 'unsupported_encoding',
      detail: 'The request body is compressed. Send it without Content-Encoding.',
    },
  ]);
});

test('responds with the preferred media type, or with the first declared one', async () => {
  expect(await ask('GET', '/v1/shown')).toMatchObject({ type: 'application/json', text: '{"a":1}' });
  expect(await ask('GET', '/v1/shown', { accept: 'text/markdown' })).toMatchObject({
    type: 'text/markdown',
    text: '# a',
  });
  expect(await ask('GET', '/v1/shown', { accept: 'image/png' })).toMatchObject({ status: 200, text: '{"a":1}' });
});

test('responds with the first declared status unless the handler returns another', async () => {
  expect(await ask('DELETE', '/v1/shown')).toMatchObject({ status: 204, text: '' });
  expect(await ask('GET', '/v1/open')).toMatchObject({ status: 202, text: 'null' });
});

test('only a public route accepts requests without a sign-in', async () => {
  expect((await fetch(`${root}/v1/open`)).status).toBe(202);
  expect((await fetch(`${root}/v1/shown`)).status).toBe(401);
  const { paths = {} } = createOpenApiDocument(routes);
  expect(paths['/v1/open']?.get).toMatchObject({ security: [] });
  expect(paths['/v1/shown']?.get).not.toHaveProperty('security');
});

test('rejects two routes with the same operation id, or the same method and path', () => {
  const pass: RequestHandler = (_request, _response, next) => next();
  const mountBoth = (twin: Route) => () =>
    mountRoutes(express(), [echo, twin], {
      authenticate: pass,
      authorise: () => pass,
      runOnce: (_route, _request, _response, run) => run(),
      runAudited: (_route, _request, _response, run) => run(() => {}),
      accessMonitor: { watch: () => () => {} },
      confirmAccess: (_request, _response, next) => next(),
      limits: createRateLimits({ open: () => expect.unreachable() }, noRequestLimits),
    });
  expect(mountBoth({ ...shown, operationId: 'echo' })).toThrow('two routes echo');
  expect(mountBoth({ ...shown, method: 'post', path: echo.path })).toThrow('two routes post /v1/things/{kind}/{id}');
});

test('the declarations of a route determine the types of its handler', () => {
  const route = { ...fields, operationId: 'a' } as const;
  const responses = { 200: z.object({ a: z.number() }) };
  expect([
    // @ts-expect-error the path has no such parameter
    defineRoute('get', '/v1/a/{id}', { ...route, responses, handle: ({ params }) => ({ a: params.other }) }),
    // @ts-expect-error the response lacks a field
    defineRoute('get', '/v1/a/{id}', { ...route, responses, handle: () => ({}) }),
    // @ts-expect-error a field has another type
    defineRoute('get', '/v1/a/{id}', { ...route, responses, handle: async () => ({ a: 'b' }) }),
    // @ts-expect-error the route declares no such status
    defineRoute('get', '/v1/a/{id}', { ...route, responses, handle: () => reply(201, { a: 1 }) }),
    // @ts-expect-error the route declares no such media type
    defineRoute('get', '/v1/a/{id}', { ...route, responses, handle: () => reply(200, { a: 1 }, 'text/html') }),
    // @ts-expect-error there is no such tag
    defineRoute('get', '/v1/a/{id}', { ...route, responses, tag: 'other', handle: () => ({ a: 1 }) }),
  ]).toHaveLength(6);
});
