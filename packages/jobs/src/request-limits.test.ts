import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createRequestLimits, type SharedRequestLimits } from './request-limits.ts';

/** A database of this file's own. */
const redisUrl = new URL('/14', inject('redisUrl')).href;
const prefix = 'refrain-limits-test';
const signal = new AbortController().signal;
const opened: SharedRequestLimits[] = [];
let redis: Redis;

beforeEach(async () => {
  redis = new Redis(redisUrl);
  await redis.flushdb();
});

afterEach(() => {
  for (const limits of opened.splice(0)) limits.close();
  redis.disconnect();
});

/** Two processes' limits, which have reached Redis. */
async function twoProcesses(patienceMs = 0, url = redisUrl): Promise<[SharedRequestLimits, SharedRequestLimits]> {
  const both = [0, 1].map(() => createRequestLimits({ redisUrl: url, prefix, patienceMs }));
  opened.push(...both);
  for (const [at, limits] of both.entries()) {
    const key = `ready-${at}`;
    await expect
      .poll(async () => {
        await limits.take(key, 'pagerduty', 'read', signal).catch(() => {});
        return redis.keys(`*${key}`);
      })
      .toHaveLength(1);
  }
  return both as [SharedRequestLimits, SharedRequestLimits];
}

/** How many of a hundred requests get their turn at once. */
async function countTurns(all: SharedRequestLimits[], cost: 'read' | 'write' | 'content' | 'search', key = 'k') {
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

test('two processes share the limits of a credential, and not those of another one', async () => {
  const both = await twoProcesses();
  expect(await countTurns(both, 'search')).toBe(4);
  expect(await countTurns(both, 'search', 'other')).toBe(4);
});

test.each([
  ['read', 28],
  ['write', 1],
  ['content', 1],
] as const)('a %s takes its share', async (cost, turns) => {
  expect(await countTurns(await twoProcesses(), cost, cost)).toBe(turns);
});

test('a turn that is near is waited for: writes of two processes are a second apart', async () => {
  const [one, other] = await twoProcesses(5_000);
  const started = performance.now();
  await Promise.all([one, other, one].map((limits) => limits.take('k', 'github', 'write', signal)));
  expect(performance.now() - started).toBeGreaterThan(1_900);
});

test('who waits can be stopped', async () => {
  const [one] = await twoProcesses(5_000);
  await one.take('k', 'github', 'write', signal);
  const stop = new AbortController();
  const waiting = one.take('k', 'github', 'write', stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
});

test('after a refusal all processes hold back, each time twice as long where the provider names no time', async () => {
  const [one, other] = await twoProcesses(5_000);
  expect(await one.holdBack('k', 'github', 1)).toBe(1);
  await other.take('k', 'github', 'read', signal);
  expect(await other.holdBack('k', 'github', null)).toBe(120);
  const held = { code: 'rate_limited', context: { retryAfterSeconds: expect.any(Number) } };
  await expect(one.take('k', 'github', 'read', signal)).rejects.toMatchObject(held);
  await other.take('another', 'github', 'read', signal);
});

test('requests that were under way together and are all refused count as one refusal', async () => {
  const [one, other] = await twoProcesses();
  const holds = await Promise.all([one, other, one, other, one].map((limits) => limits.holdBack('k', 'github', null)));
  expect(holds).toEqual([60, 60, 60, 60, 60]);
  expect(await other.holdBack('k', 'github', null)).toBe(60);
  // A shorter time that is named meanwhile does not end the longer one.
  expect(await one.holdBack('k', 'github', 1)).toBe(60);
});

test('while Redis is away each process goes on with limits of its own, and shares them again afterwards', async () => {
  const { hostname, port } = new URL(redisUrl);
  const gate = await openGate(Number(port), hostname);
  const url = new URL(redisUrl);
  url.host = `127.0.0.1:${gate.port}`;
  const [one, other] = await twoProcesses(0, url.href);
  await gate.shut();
  expect(await countTurns([one], 'search')).toBe(4);
  expect(await countTurns([other], 'search')).toBe(4);
  await gate.open();
  await expect
    .poll(
      async () => {
        await one.take('again', 'github', 'search', signal).catch(() => {});
        return redis.keys('*search*again');
      },
      { timeout: 5_000 },
    )
    .toHaveLength(1);
  gate.close();
});

/** A way to Redis that can be cut and opened again. */
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
