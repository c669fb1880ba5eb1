import { inspect } from 'node:util';
import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { createShortHash } from '../../records/delivery-key.ts';
import type { RequestLimits } from '../../requests/request-limits.ts';
import { captureAppError, type Reply, startTestServer, type TestServer } from '../../testing.ts';
import { createPagerDutySource } from '../source.ts';
import { startPagerDutyTestSource, token } from '../testing.ts';

const signal = new AbortController().signal;
const servers: TestServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function sourceOn(answer: Parameters<typeof startPagerDutyTestSource>[0]) {
  const started = await startPagerDutyTestSource(answer);
  servers.push(started.server);
  return started;
}

describe('limits', () => {
  it('waits for the shared limits before each request to a server with rate limits, and reports a 429 to the shared limits', async () => {
    const told: unknown[] = [];
    const limits: RequestLimits = {
      take: async (...asked) => void told.push(asked.slice(0, 3)),
      async backOff(...refused) {
        told.push(refused);
        return 480;
      },
    };
    const counted = { 'ratelimit-limit': '960', 'ratelimit-remaining': '900', 'ratelimit-reset': '60' };
    const server = await startTestServer(({ url }) =>
      url.pathname === '/services'
        ? { headers: counted, body: { services: [], more: false } }
        : { status: 429, headers: url.search === '' ? {} : { 'ratelimit-reset': '7' }, body: {} },
    );
    servers.push(server);
    const address = { account: 'acme', baseUrl: server.url, scope: { services: [] } };
    const source = createPagerDutySource(address, token, { retryAfterMs: 1, limits });
    await source.listStreams({ ...defaultConnectionScope, services: ['x'] }, signal);
    const error = await captureAppError(() =>
      source.ensureWebhook({ url: 'x', secret: null, id: null, hasReceived: true }, signal),
    );
    expect(error).toMatchObject({ code: 'rate_limited', context: { retryAfterSeconds: 480 } });
    const key = createShortHash(token);
    expect(told).toEqual([
      [key, 'pagerduty', 'read'],
      [key, 'pagerduty', 7],
    ]);
  });

  it('pauses before the request budget is used up', async () => {
    const { source } = await sourceOn(() => ({
      headers: { 'ratelimit-limit': '960', 'ratelimit-remaining': '2', 'ratelimit-reset': '1' },
      body: { services: [], more: false },
    }));
    const scope = { ...defaultConnectionScope, services: ['x'] };
    await source.listStreams(scope, signal);
    const started = performance.now();
    await source.listStreams(scope, signal);
    expect(performance.now() - started).toBeGreaterThan(950);
    const stopped = source.listStreams(scope, AbortSignal.timeout(50));
    expect((await captureAppError(() => stopped)).code).toBe('unavailable');
  });

  it.each([
    ['a read', 'GET', { body: { services: [], more: false } }],
    ['a write', 'POST', { body: { webhook_subscriptions: [], more: false } }],
  ])('reports the first 429 after %s to the shared limits, and does not retry', async (_name, method, list) => {
    const held: unknown[] = [];
    const limits: RequestLimits = {
      take: async () => {},
      backOff: async (_key, _provider, seconds) => held.push(seconds) * 60,
    };
    const server = await startTestServer((asked) =>
      asked.method === method ? { status: 429, body: { error: { code: 2020 } } } : list,
    );
    servers.push(server);
    const source = createPagerDutySource({ account: 'acme', baseUrl: server.url, scope: { services: [] } }, token, {
      limits,
    });
    const wanted = { url: 'https://refrain.example.com', secret: null, id: null, hasReceived: false };
    const error = await captureAppError(() => source.ensureWebhook(wanted, signal));
    expect(error).toMatchObject({ code: 'rate_limited', context: { retryAfterSeconds: 60 } });
    expect(held).toEqual([null]);
    expect(server.requests.filter((asked) => asked.method === method)).toHaveLength(1);
  });
});

const nowhere = { account: 'acme', baseUrl: 'http://127.0.0.1:1', scope: { services: [] } };

describe('PagerDuty errors', () => {
  const cases: [string, Reply | null, string, RegExp][] = [
    ['a wrong key', { status: 401, body: { error: { message: token } } }, 'credential_rejected', /create a new one/],
    ['HTML', { body: `<html>${token}</html>` }, 'provider_unexpected', /base URL/],
    ['JSON of another form', { body: { hello: 1 } }, 'provider_unexpected', /documented form/],
    ['a failing server', { status: 500, body: `<h1>${token}</h1>` }, 'provider_failed', /try again later/],
    ['no answer', null, 'provider_unreachable', /check the address and the network/],
    ['429', { status: 429, headers: { 'ratelimit-reset': '17' }, body: {} }, 'rate_limited', /in 17 s/],
    ['429 without headers', { status: 429, body: 'slow down' }, 'rate_limited', /in 60 s/],
  ];

  it.each(cases)('reports %s in one line with advice and without the key', async (_name, reply, code, advice) => {
    const { source } = await sourceOn(() => reply);
    const error = await captureAppError(() => source.verify(signal));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(advice);
    expect(error.message).not.toContain('\n');
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(token);
  });

  it('stops a request when the caller aborts', async () => {
    const { source } = await sourceOn(() => 'hang');
    expect((await captureAppError(() => source.verify(AbortSignal.timeout(50)))).code).toBe('unavailable');
  });

  it('the error for an unreachable host names the host', async () => {
    const source = createPagerDutySource(nowhere, token, { retryAfterMs: 1 });
    const error = await captureAppError(() => source.verify(signal));
    expect(error.message).toBe(
      'Cannot reach PagerDuty at http://127.0.0.1:1 (ECONNREFUSED): check the address and the network, then try again',
    );
  });
});
