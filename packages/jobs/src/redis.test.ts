import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, inject, test } from 'vitest';
import { createProducer } from './producer.ts';
import { checkRedis, checkRedisInfoResponse } from './redis.ts';
import { createNoOpHandlers } from './testing.ts';
import { startWorker } from './worker.ts';

test('checkRedis rejects a Redis server that may evict jobs', () => {
  expect(() => checkRedisInfoResponse('# Memory\r\nmaxmemory_policy:noeviction\r\n', false)).not.toThrow();
  expect(() => checkRedisInfoResponse('# Memory\r\nmaxmemory_policy:allkeys-lru\r\n', false)).toThrow(
    /noeviction \(it is allkeys-lru\)/u,
  );
});

test('checkRedis accepts a working Redis, and distinguishes a wrong password from an unreachable server', async () => {
  const url = inject('redisUrl');
  await checkRedis(url);
  const wrong = new URL(url);
  wrong.username = 'nobody';
  wrong.password = 'wrong';
  await expect(checkRedis(wrong.href)).rejects.toMatchObject({ code: 'misconfigured' });
  await expect(checkRedis(`redis://127.0.0.1:${await freePort()}`)).rejects.toMatchObject({ code: 'unavailable' });
});

test('a producer rejects with `unavailable` after a bounded wait, and works once Redis is reachable', async () => {
  const port = await freePort();
  const producer = createProducer({ redisUrl: atPort(port), prefix: 'refrain-away-test' });
  const started = performance.now();
  await expect(producer.enqueue('recluster', {})).rejects.toMatchObject({ code: 'unavailable' });
  // The producer waits for 5 seconds, and a busy machine may add a few seconds.
  expect(performance.now() - started).toBeLessThan(20_000);

  const proxy = await startProxy(port);
  await producer.ping();
  await producer.close();
  proxy.cut();
});

test("a worker closes even if Redis disconnects during the worker's last job", async () => {
  const port = await freePort();
  const proxy = await startProxy(port);
  const options = { redisUrl: atPort(port), prefix: `refrain-ending-test-${port}` };
  const [begun, ended] = [signalOf(), signalOf()];
  const worker = await startWorker({
    ...options,
    queue: 'improvement',
    concurrency: 1,
    onError: () => {},
    ledger: { addDeadLetter: async () => {}, resolveDeadLetter: async () => {} },
    handlers: {
      ...createNoOpHandlers('improvement'),
      'ensure-issue': async () => {
        begun.give();
        await ended.given;
      },
    },
  });
  const producer = createProducer(options);
  await producer.enqueue('ensure-issue', { improvementId: 'one' });
  await begun.given;
  const closed = worker.close();
  proxy.cut();
  ended.give();
  await closed;
  await producer.close();
});

function signalOf(): { readonly given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

function atPort(port: number): string {
  const url = new URL(inject('redisUrl'));
  url.host = `127.0.0.1:${port}`;
  return url.href;
}

/** Forwards a port to Redis until `cut` is called. */
async function startProxy(port: number): Promise<{ cut(): void }> {
  const { hostname, port: redisPort } = new URL(inject('redisUrl'));
  const sockets = new Set<Socket>();
  const proxy = createServer((socket) => {
    const upstream = connect(Number(redisPort), hostname);
    socket.pipe(upstream).pipe(socket);
    sockets.add(socket);
    for (const end of [socket, upstream]) end.on('error', () => {});
    socket.on('close', () => upstream.destroy());
  }).listen(port, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    cut() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
