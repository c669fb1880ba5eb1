import { startTracing } from '@refrain/process';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { createApp } from '../create-app.ts';
import { listen } from '../listen.ts';

const stopTracing = startTracing('test', false);
afterAll(stopTracing);
const api = await startApiUnderTest();

async function answeredOf(method: string, path: string, headers: Record<string, string> = {}) {
  api.answered.length = 0;
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${api.token}`, ...headers },
    redirect: 'manual',
  });
  const body = await response.text();
  await expect.poll(() => api.answered.length).toBe(1);
  return { response, body, told: api.answered[0] };
}

test.each([
  ['GET', '/v1/failures/some-id', '/v1/failures/:id', 404],
  ['GET', '/v1/patterns?limit=1', '/v1/patterns', 200],
  ['POST', '/Webhooks/github/nobody/guess', '/webhooks/{*any}', 404],
  ['GET', '/v1/nothing/of/this', null, 404],
  ['GET', '/sign-in/a-secret', '/sign-in/:secret', expect.any(Number)],
])('%s %s is told of by its route', async (method, path, route, status) => {
  const { told } = await answeredOf(method, path);
  expect(told).toMatchObject({ method, route, status, tookSeconds: expect.any(Number) });
});

test('probes are told of by nobody', async () => {
  api.answered.length = 0;
  for (const path of ['/healthz', '/readyz']) expect((await fetch(`${api.url}${path}`)).status).toBe(200);
  await answeredOf('GET', '/v1/status');
});

test('a problem tells the id that is in the header, another one for each request', async () => {
  const first = await answeredOf('GET', '/v1/failures/some-id');
  const id = first.response.headers.get('x-request-id');
  expect(id).toMatch(/^[\da-f]{32}$/u);
  expect(JSON.parse(first.body)).toMatchObject({ code: 'not_found', traceId: id });
  expect((await answeredOf('GET', '/v1/status')).response.headers.get('x-request-id')).not.toBe(id);
});

test('a trusted proxy that names a trace is gone on with; what is none is not taken, nor is a stranger believed', async () => {
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

test('a job goes on with the trace of the request that asked for it', async () => {
  const { body } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id } = body.connection as { id: string };
  const { response } = await answeredOf('DELETE', `/v1/connections/${id}`);
  const [job] = (await api.deps.producer.queues.get('analysis')?.getDelayed()) ?? [];
  expect(job?.name).toBe('recluster');
  expect(job?.opts.telemetry?.metadata).toContain(response.headers.get('x-request-id'));
});
