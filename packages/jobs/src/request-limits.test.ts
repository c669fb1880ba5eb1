import { randomUUID } from 'node:crypto';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import type { ProviderRateLimits, RateLimitRule } from '@refrain/domain';
import { Redis } from 'ioredis';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createRequestLimits, type SharedRequestLimits } from './request-limits.ts';

const points = { name: 'points', points: 28, seconds: 2 };
const write = { name: 'write', points: 1, seconds: 1 };
const content = { name: 'content', points: 10, seconds: 10 };
const search = { name: 'search', points: 4, seconds: 10 };
const requests = { name: 'requests', points: 28, seconds: 2 };
const one = (rule: RateLimitRule) => ({ rule, points: 1 });
const written = [{ rule: points, points: 5 }, one(write)];
const rules: Readonly<Record<'github' | 'pagerduty', ProviderRateLimits>> = {
  github: {
    providerName: 'GitHub',
    main: points,
    byCost: {
      read: [one(points)],
      search: [one(points), one(search)],
      write: written,
      content: [...written, one(content)],
    },
  },
  pagerduty: {
    providerName: 'PagerDuty',
    main: requests,
    byCost: { read: [one(requests)], search: [one(requests)], write: [one(requests)], content: [one(requests)] },
  },
};
const allRules = [points, write, content, search].map((rule) => ({ provider: 'github', rule }));

const signal = new AbortController().signal;
const poll = { timeout: 30_000 };

interface LimitsUnderTest {
  readonly redis: Redis;
  readonly prefix: string;
  /** The limits of two processes that are connected to Redis. */
  readonly both: readonly [SharedRequestLimits, SharedRequestLimits];
}

/** Opens the limits of two processes under Redis keys of their own, and closes them after the current test. */
async function openLimitsUnderTest(timeoutMs = 0, url = inject('redisUrl')): Promise<LimitsUnderTest> {
  const prefix = `refrain-limits-test-${randomUUID()}`;
  const redis = new Redis(inject('redisUrl'));
  const both = [0, 1].map(() => createRequestLimits({ redisUrl: url, rules, prefix, timeoutMs }));
  onTestFinished(() => {
    for (const limits of both) limits.close();
    redis.disconnect();
  });
  for (const [at, limits] of both.entries()) {
    const key = `ready-${at}`;
    await expect
      .poll(async () => {
        await limits.take(key, 'pagerduty', 'read', signal).catch(() => {});
        return redis.keys(`${prefix}*${key}`);
      }, poll)
      .toHaveLength(1);
  }
  return { redis, prefix, both: both as [SharedRequestLimits, SharedRequestLimits] };
}

/**
 * Starts rate limit windows that outlast the test. Otherwise, the next window could begin during the test on a slow
 * machine.
 */
async function startLongWindows({ redis, prefix }: LimitsUnderTest, key: string): Promise<void> {
  for (const { provider, rule } of allRules)
    await redis.set(`${prefix}-limit-${provider}-${rule.name}:${key}`, 0, 'EX', 3_600);
}

/** Returns how many of a hundred concurrent requests may be sent without a wait. */
async function countTurns(
  all: readonly SharedRequestLimits[],
  cost: 'read' | 'write' | 'content' | 'search',
  key = 'k',
) {
  let turns = 0;
  for (let each = 0; each < 100; each += 1) {
    const limits = all[each % all.length];
    const got = await limits?.take(key, 'github', cost, signal).then(
      () => true,
      (error: { code: string }) => error.code !== 'rate_limited',
    );
    if (got) turns += 1;
  }
  return turns;
}

test('two processes share the limits of a credential, and another credential has its own limits', async () => {
  const opened = await openLimitsUnderTest();
  for (const key of ['k', 'other']) {
    await startLongWindows(opened, key);
    expect(await countTurns(opened.both, 'search', key)).toBe(4);
  }
});

test.each([
  ['read', 28],
  ['write', 1],
  ['content', 1],
] as const)('of many concurrent %s requests, %i are allowed without a wait', async (cost, turns) => {
  const opened = await openLimitsUnderTest();
  await startLongWindows(opened, 'k');
  expect(await countTurns(opened.both, cost)).toBe(turns);
});

test('a request waits for the next window, so that writes of two processes are a second apart', async () => {
  const [one, other] = (await openLimitsUnderTest(30_000)).both;
  const started = performance.now();
  await Promise.all([one, other, one].map((limits) => limits.take('k', 'github', 'write', signal)));
  expect(performance.now() - started).toBeGreaterThan(1_900);
});

test('a request that waits for its turn can be aborted', async () => {
  const [one] = (await openLimitsUnderTest(600_000)).both;
  await one.backOff('k', 'github', 300);
  const stop = new AbortController();
  const waiting = one.take('k', 'github', 'write', stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
});

test('after a rejection all processes wait, and each further rejection doubles the wait unless the provider names a retry time', async () => {
  const [one, other] = (await openLimitsUnderTest(30_000)).both;
  expect(await one.backOff('k', 'github', 1)).toBe(1);
  await other.take('k', 'github', 'read', signal);
  expect(await other.backOff('k', 'github', null)).toBe(120);
  const held = { code: 'rate_limited', context: { retryAfterSeconds: expect.any(Number) } };
  await expect(one.take('k', 'github', 'read', signal)).rejects.toMatchObject(held);
  await other.take('another', 'github', 'read', signal);
});

test('concurrent requests that are all rejected count as one rejection', async () => {
  const [one, other] = (await openLimitsUnderTest()).both;
  const holds = await Promise.all([one, other, one, other, one].map((limits) => limits.backOff('k', 'github', null)));
  holds.push(await other.backOff('k', 'github', null));
  // A later rejection with a shorter Retry-After does not shorten the wait.
  holds.push(await one.backOff('k', 'github', 1));
  expect(holds[0]).toBe(60);
  // All requests wait for the same 60 seconds. If they counted as several rejections, the wait would double.
  for (const hold of holds) {
    expect(hold).toBeGreaterThan(20);
    expect(hold).toBeLessThanOrEqual(60);
  }
});

test('while Redis is unreachable, each process applies its own limits, and they are shared again afterwards', async () => {
  const { hostname, port } = new URL(inject('redisUrl'));
  const gate = await openGate(Number(port), hostname);
  onTestFinished(() => void gate.close());
  const url = new URL(inject('redisUrl'));
  url.host = `127.0.0.1:${gate.port}`;
  const { redis, prefix, both } = await openLimitsUnderTest(0, url.href);
  const [one, other] = both;
  await gate.shut();
  expect(await countTurns([one], 'search')).toBe(4);
  expect(await countTurns([other], 'search')).toBe(4);
  await gate.open();
  await expect
    .poll(async () => {
      await one.take('again', 'github', 'search', signal).catch(() => {});
      return redis.keys(`${prefix}*search*again`);
    }, poll)
    .toHaveLength(1);
});

/** Opens a proxy for Redis that can be closed and opened again. */
async function openGate(redisPort: number, host: string) {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const gate = {
    get port() {
      return port;
    },
    async open() {
      server = createServer((socket) => {
        const upstream = dial(redisPort, host);
        socket.pipe(upstream).pipe(socket);
        for (const end of [socket, upstream]) {
          sockets.add(end);
          end.on('error', () => {});
        }
        socket.on('close', () => upstream.destroy());
      });
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      const address = server.address();
      port = typeof address === 'object' && address !== null ? address.port : 0;
    },
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    close: () => server.close(),
  };
  await gate.open();
  return gate;
}

test('requests to a provider without limits wait only after a rejection', async () => {
  const [one, other] = (await openLimitsUnderTest()).both;
  for (let each = 0; each < 100; each += 1) await one.take('k', 'statuspage', 'content', signal);
  expect(await one.backOff('k', 'statuspage', 30)).toBe(30);
  await expect(other.take('k', 'statuspage', 'read', signal)).rejects.toMatchObject({ code: 'rate_limited' });
});
