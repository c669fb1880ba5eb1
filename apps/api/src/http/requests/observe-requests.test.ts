import { startTracing } from '@refrain/process';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../create-app.ts';
import { startApiUnderTest } from '../../testing/api-under-test.ts';
import { listen } from '../listen.ts';

const stopTracing = startTracing('test', false);
afterAll(stopTracing);
const api = await startApiUnderTest();

/** Sends a request, and returns the response and the reported record. */
async function send(method: string, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${api.token}`, ...headers },
    redirect: 'manual',
  });
  const body = await response.text();
  const reported = () => api.answered.filter(({ traceId }) => traceId === response.headers.get('x-request-id'));
  await vi.waitFor(() => expect(reported()).toHaveLength(1), { timeout: 30_000 });
  return { response, body, reported: reported()[0] };
}

test.each([
  ['GET', '/v1/failures/some-id', '/v1/failures/:id', 404],
  ['GET', '/v1/patterns?limit=1', '/v1/patterns', 200],
  ['POST', '/Webhooks/github/nobody/guess', '/webhooks/{*any}', 404],
  ['GET', '/v1/nothing/of/this', null, 404],
  ['GET', '/sign-in/a-secret', '/sign-in/:secret', expect.any(Number)],
])('reports %s %s with its route', async (method, path, route, status) => {
  const { reported } = await send(method, path);
  expect(reported).toMatchObject({ method, route, status, tookSeconds: expect.any(Number) });
});

test('does not report health checks', async () => {
  for (const path of ['/healthz', '/readyz']) expect((await fetch(`${api.url}${path}`)).status).toBe(200);
  await send('GET', '/v1/status');
  const routes = api.answered.map(({ route }) => route);
  expect(routes).toContain('/v1/status');
  for (const path of ['/healthz', '/readyz']) expect(routes).not.toContain(path);
});

test('the body of an error response contains the trace id of the x-request-id header, and each request has a unique id', async () => {
  const first = await send('GET', '/v1/failures/some-id');
  const id = first.response.headers.get('x-request-id');
  expect(id).toMatch(/^[\da-f]{32}$/u);
  expect(JSON.parse(first.body)).toMatchObject({ code: 'not_found', traceId: id });
  expect((await send('GET', '/v1/status')).response.headers.get('x-request-id')).not.toBe(id);
});

test('accepts a trace id only from a trusted proxy, and only if it is valid', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const named = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  const idOf = async (headers: Record<string, string>, url = api.url) =>
    (await fetch(`${url}/v1/openapi.json`, { headers })).headers.get('x-request-id');
  expect(await idOf(named)).not.toBe(traceId);
  const behind = await listen(createApp({ ...api.deps, trustedProxies: ['127.0.0.1'] }), '127.0.0.1', 0);
  onTestFinished(behind.close);
  expect(await idOf(named, behind.url)).toBe(traceId);
  expect(await idOf({ traceparent: '"><script>' }, behind.url)).toMatch(/^[\da-f]{32}$/u);
});

test('a job continues the trace of the request that enqueued it', async () => {
  const { body } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id } = body.connection as { id: string };
  const { response } = await send('DELETE', `/v1/connections/${id}`);
  const [job] = (await api.deps.producer.queues.get('analysis')?.getDelayed()) ?? [];
  expect(job?.name).toBe('recluster');
  expect(job?.opts.telemetry?.metadata).toContain(response.headers.get('x-request-id'));
});
