import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { createRequestCounter, type RequestCounter } from '@refrain/jobs';
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import type { SignInProvider } from '../../access/sign-in/sign-in-provider.ts';
import { loadConfig } from '../../config.ts';
import { createApp } from '../../create-app.ts';
import { startApiUnderTest, unavailableRedisUrl } from '../../testing/api-under-test.ts';
import { defineCookie } from '../authentication/cookie.ts';
import { listen } from '../listen.ts';

const prefix = `limits-${process.pid}-${Date.now()}`;
const requestLimits = { perUser: 12, costly: 3, perAddress: 8, webhooks: 5 };
const api = await startApiUnderTest({ prefix, requestLimits, trustedProxies: ['127.0.0.1'] });
/** The request counter of a second process of the installation. */
const counter = createRequestCounter({
  redisUrl: inject('redisUrl'),
  prefix,
  responseTimeoutMs: 30_000,
  onAway: (error) => expect.unreachable(error.message),
});
const second = await listen(createApp({ ...api.deps, counter }), '127.0.0.1', 0);
afterAll(async () => {
  counter.close();
  await second.close();
});
beforeAll(() => waitForSharedCounts(api.deps.counter, counter));

/** Waits until both processes count in Redis. A process counts on its own until it is connected to Redis. */
async function waitForSharedCounts(one: RequestCounter, other: RequestCounter): Promise<void> {
  const [here, there] = [one.open('ready', 60), other.open('ready', 60)];
  while ((await there.count('x')).total - (await here.count('x')).total !== -1) await turn();
}

/** Sends requests to both processes in turn, and returns the number of responses by status. */
async function tally(times: number, path: string, init: RequestInit): Promise<Record<number, number>> {
  const counted: Record<number, number> = {};
  for (let at = 0; at < times; at += 1) {
    const { status } = await fetch(`${at % 2 === 0 ? api.url : second.url}${path}`, { redirect: 'manual', ...init });
    counted[status] = (counted[status] ?? 0) + 1;
  }
  return counted;
}

const bearerOf = async (userId: string) => ({
  authorization: `Bearer ${(await api.store.access.createToken('x', null, { userId, scopes: ['admin'] })).token}`,
});
/** Creates a new user, because all tokens of a user share one limit. */
const bearer = async () => bearerOf((await api.store.access.addUser(`user ${randomUUID()}`, 'admin')).id);
const from = (address: string) => ({ 'x-forwarded-for': address });

test('all processes share the limit of a user, and each user has a separate limit', async () => {
  expect(await tally(15, '/v1/session', { headers: await bearer() })).toEqual({ 200: 12, 429: 3 });
  expect(await tally(15, '/v1/session', { headers: await bearer() })).toEqual({ 200: 12, 429: 3 });
});

test('another token does not raise the limit of a user', async () => {
  const { id } = await api.store.access.addUser('Robin', 'admin');
  expect(await tally(12, '/v1/session', { headers: await bearerOf(id) })).toEqual({ 200: 12 });
  expect(await tally(2, '/v1/session', { headers: await bearerOf(id) })).toEqual({ 429: 2 });
});

test('responses state the remaining requests, and a 429 states when to retry', async () => {
  const startedAt = performance.now();
  const headers = await bearer();
  const answer = await fetch(`${api.url}/v1/session`, { headers });
  expect(answer.headers.get('ratelimit')).toMatch(/^"user"; r=11; t=(?:59|60)/u);
  expect(answer.headers.get('ratelimit-policy')).toMatch(/^"user"; q=12; w=60/u);
  await tally(11, '/v1/session', { headers });
  const refused = await fetch(`${second.url}/v1/session`, { headers });
  const seconds = Number(refused.headers.get('retry-after'));
  const elapsedSeconds = (performance.now() - startedAt) / 1_000;
  expect(seconds).toBeGreaterThanOrEqual(60 - Math.ceil(elapsedSeconds));
  expect(seconds).toBeLessThanOrEqual(60);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({
    code: 'rate_limited',
    retryable: true,
    detail: expect.stringMatching(/^Too many requests from you\. Try again in \d+ s\.$/u),
  });
});

test('a costly route has a lower rate limit than other routes', async () => {
  const init = { headers: { ...(await bearer()), 'content-type': 'application/json' }, method: 'POST' };
  expect(await tally(5, '/v1/wording/check', { ...init, body: '{"text":"it failed"}' })).toEqual({ 200: 3, 429: 2 });
});

test('requests for a list have a lower rate limit with a text search than without one', async () => {
  for (const path of ['/v1/failures', '/v1/patterns', '/v1/patterns/facets', '/v1/library']) {
    const headers = await bearer();
    expect(await tally(5, `${path}?query=lock`, { headers })).toEqual({ 200: 3, 429: 2 });
    expect(await tally(2, path, { headers })).toEqual({ 200: 2 });
  }
});

test('limits guessed tokens by IP address, while a valid token from that address still works', async () => {
  const address = from('203.0.113.1');
  expect(await tally(10, '/v1/session', { headers: { ...address, authorization: 'Bearer rfr_guess' } })).toEqual({
    401: 8,
    429: 2,
  });
  expect(await tally(1, '/v1/session', { headers: address })).toEqual({ 429: 1 });
  expect(await tally(1, '/queues', { headers: { ...address, accept: 'application/json' } })).toEqual({ 429: 1 });
  expect(await tally(1, '/v1/session', { headers: { ...address, ...(await bearer()) } })).toEqual({ 200: 1 });
  expect(await tally(1, '/v1/session', { headers: from('203.0.113.2') })).toEqual({ 401: 1 });
});

test('limits public routes by IP address, except health checks', async () => {
  const headers = from('203.0.113.5');
  expect(await tally(10, '/v1/sign-in-methods', { headers })).toEqual({ 200: 8, 429: 2 });
  expect(await tally(2, '/v1/openapi.json', { headers })).toEqual({ 429: 2 });
  for (const probe of ['/healthz', '/readyz']) expect(await tally(10, probe, { headers })).toEqual({ 200: 10 });
  expect(await tally(1, '/v1/openapi.json', { headers: from('203.0.113.6') })).toEqual({ 200: 1 });
});

test('limits guessed sign-in links by IP address', async () => {
  const headers = { ...from('203.0.113.3'), accept: 'application/json' };
  expect(await tally(4, '/sign-in/guess', { headers })).toEqual({ 401: 2, 429: 2 });
  expect(await tally(6, '/connect/github/guess', { headers })).toEqual({ 404: 4, 429: 2 });
});

test('limits forged redirects from an identity provider by IP address, because each causes a request to the provider', async () => {
  let finished = 0;
  const provider: SignInProvider = {
    way: 'github',
    name: 'GitHub',
    newRole: null,
    begin: async () => new URL('https://github.example'),
    finish: async () => {
      finished += 1;
      throw new AppError('forbidden', 'Not this one.');
    },
  };
  const open = await listen(createApp({ ...api.deps, signInProviders: [provider] }), '127.0.0.1', 0);
  onTestFinished(() => open.close());
  const begun = { way: 'github', state: 'x', nonce: 'x', verifier: 'x', to: '/' };
  const cookie = `${defineCookie('refrain_signing_in', 1).nameAt(api.deps.publicUrl())}=${Buffer.from(JSON.stringify(begun)).toString('base64url')}`;
  const statuses = [];
  for (let at = 0; at < 5; at += 1) {
    const headers = { cookie, ...from('203.0.113.9') };
    statuses.push((await fetch(`${open.url}/sign-in-with/github/back?state=x&code=junk`, { headers })).status);
  }
  expect([statuses, finished]).toEqual([[403, 403, 429, 429, 429], 2]);
});

test('counts requests by the IP address that the trusted proxy saw, not by one that the client added to X-Forwarded-For', async () => {
  const forged = (at: number) => from(`198.51.100.${at}, 203.0.113.4`);
  const statuses = [];
  for (let at = 0; at < 10; at += 1) {
    statuses.push((await fetch(`${api.url}/v1/session`, { headers: forged(at) })).status);
  }
  expect(statuses).toEqual([...Array(8).fill(401), 429, 429]);
});

test('ignores X-Forwarded-For without a trusted proxy', async () => {
  const alone = await listen(createApp({ ...api.deps, trustedProxies: [] }), '127.0.0.1', 0);
  onTestFinished(() => alone.close());
  const statuses = [];
  for (let at = 0; at < 10; at += 1) {
    const headers = { ...from(`198.51.100.${at}`), forwarded: `for=198.51.100.${at}` };
    statuses.push((await fetch(`${alone.url}/v1/session`, { headers })).status);
  }
  expect(statuses).toEqual([...Array(8).fill(401), 429, 429]);
});

test('IP addresses of one IPv6 network share a limit', async () => {
  const headers = (at: number) => from(`2001:db8:1:2::${at}`);
  for (let at = 0; at < 8; at += 1) await fetch(`${api.url}/v1/session`, { headers: headers(at) });
  expect((await fetch(`${api.url}/v1/session`, { headers: headers(9) })).status).toBe(429);
  expect((await fetch(`${api.url}/v1/session`, { headers: from('2001:db9::1') })).status).toBe(401);
});

test('limits webhook deliveries per connection', async () => {
  const [flooding, quiet] = await Promise.all(['acme', 'globex'].map(connect));
  const send = (path: string, times: number) => tally(times, path, sign(path));
  expect(await send(flooding?.path ?? '', 8)).toEqual({ 202: 5, 429: 3 });
  const refused = await fetch(`${api.url}${flooding?.path}`, sign('x'));
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await send(quiet?.path ?? '', 2)).toEqual({ 202: 2 });
});

async function connect(account: string) {
  const { id } = await api.store.connections.ensure({
    provider: 'pagerduty',
    account,
    baseUrl: 'https://api.pagerduty.com',
    scope: null,
    credential: 'unused',
    webhookSecret: 's3cret',
  });
  return { id, path: await api.store.connections.readWebhookPath(id) };
}

function sign(text: string): RequestInit {
  const body = JSON.stringify({ text });
  const signature = createHmac('sha256', 's3cret').update(body).digest('hex');
  return { method: 'POST', body, headers: { 'x-pagerduty-signature': `v1=${signature}` } };
}

/** Starts an API that counts requests in the given Redis, and reports immediately if this Redis is unavailable. */
async function startCounting(redisUrl: string) {
  const errors: AppError[] = [];
  const options = { redisUrl, prefix, onAway: (error: AppError) => errors.push(error), startMs: 0 };
  const own = createRequestCounter(options);
  const { url, close } = await listen(createApp({ ...api.deps, counter: own }), '127.0.0.1', 0);
  onTestFinished(async () => {
    own.close();
    await close();
  });
  return { url, errors };
}

test('while Redis is unavailable, each process counts on its own and reports the outage once', async () => {
  const { url, errors } = await startCounting(unavailableRedisUrl);
  const headers = await bearer();
  const statuses: number[] = [];
  for (let at = 0; at < 15; at += 1) statuses.push((await fetch(`${url}/v1/session`, { headers })).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(12);
  expect(statuses.at(-1)).toBe(429);
  expect(errors).toMatchObject([{ message: expect.stringContaining('Redis is not counting requests') }]);
});

test('counts requests in the process while Redis hangs, and tries Redis once a second', async () => {
  const { redisUrl, counted } = await startHangingRedis(greeting);
  const { url, errors } = await startCounting(redisUrl);
  const startedAt = performance.now();
  const sendCounted = async (headers: { authorization: string }) =>
    expect((await fetch(`${url}/v1/session`, { headers })).status).toBe(200);
  // The Redis client sends no command until its connection is ready.
  await vi.waitFor(
    async () => {
      await sendCounted(await bearer());
      expect(counted.scripts).toBe(1);
    },
    { timeout: 30_000 },
  );
  const headers = await bearer();
  for (let at = 0; at < 12; at += 1) await sendCounted(headers);
  const elapsedSeconds = (performance.now() - startedAt) / 1_000;
  expect(counted.scripts).toBeLessThanOrEqual(1 + elapsedSeconds);
  expect(errors).toMatchObject([{ message: expect.stringContaining('Redis is not counting requests') }]);
});

test('a Redis that accepts connections and never responds does not delay requests', async () => {
  const { redisUrl, counted } = await startHangingRedis({});
  const { url, errors } = await startCounting(redisUrl);
  const headers = await bearer();
  const statuses: number[] = [];
  for (let at = 0; at < 15; at += 1) statuses.push((await fetch(`${url}/v1/session`, { headers })).status);
  expect(statuses).toEqual([...Array(12).fill(200), ...Array(3).fill(429)]);
  expect(counted.scripts).toBe(0);
  expect(errors).toMatchObject([{ message: expect.stringContaining('Redis is not counting requests') }]);
});

/** The replies after which a Redis client considers the server ready. */
const greeting = { hello: '%1\r\n$5\r\nproto\r\n:3\r\n', client: '+OK\r\n', info: '$11\r\nrole:master\r\n' };

/** Starts a Redis server that replies only to the given commands. */
async function startHangingRedis(replies: Partial<typeof greeting>) {
  const sockets = new Set<Socket>();
  const counted = { scripts: 0 };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      const text = chunk.toString().toLowerCase();
      for (const [, name] of text.matchAll(/\r\n(hello|client|info)(?=\r\n)/gu)) {
        socket.write(replies[name as keyof typeof greeting] ?? '');
      }
      counted.scripts += text.match(/\r\neval(?:sha)?\r\n/gu)?.length ?? 0;
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { redisUrl: `redis://127.0.0.1:${port}`, counted };
}

test('REFRAIN_TRUSTED_PROXIES accepts IP addresses and networks, and rejects a number of hops', () => {
  const needed = { DATABASE_URL: 'postgres://x@db/x', REDIS_URL: 'redis://q', REFRAIN_ENCRYPTION_KEY: 'ab'.repeat(32) };
  const read = (more: Record<string, string>) => loadConfig({ ...needed, ...more });
  expect(read({ REFRAIN_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::/32' }).trustedProxies).toHaveLength(3);
  expect(read({ REFRAIN_WEBHOOKS_PER_CONNECTION: '0' }).requestLimits.webhooks).toBe(0);
  for (const wrong of ['1', 'true', 'proxy.example', '10.0.0.0/99']) {
    expect(() => read({ REFRAIN_TRUSTED_PROXIES: wrong })).toThrow('REFRAIN_TRUSTED_PROXIES');
  }
});
