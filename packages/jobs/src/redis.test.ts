import { connect, createServer } from 'node:net';
import { expect, inject, test } from 'vitest';
import { createProducer } from './producer.ts';
import { checkEviction, checkRedis, redisOptions } from './redis.ts';

test('an URL gives host, port, user, password, database and TLS', () => {
  expect(redisOptions('rediss://worker:p%40ss@cache.example:6380/3')).toEqual({
    host: 'cache.example',
    port: 6380,
    username: 'worker',
    password: 'p@ss',
    db: 3,
    tls: { servername: 'cache.example' },
  });
  expect(redisOptions('redis://[::1]')).toEqual({ host: '::1', port: 6379 });
});

test.each(['', 'localhost:6379', 'http://localhost', 'redis://user:hunter2@host/name', 'redis://'])(
  'the URL %j is refused without being repeated',
  (url) => {
    const read = () => redisOptions(url);
    expect(read).toThrow(expect.objectContaining({ code: 'misconfigured' }));
    expect(read).not.toThrow(/hunter2/u);
  },
);

test('a Redis that may evict is refused', () => {
  expect(() => checkEviction('# Memory\r\nmaxmemory_policy:noeviction\r\n')).not.toThrow();
  expect(() => checkEviction('# Memory\r\nmaxmemory_policy:allkeys-lru\r\n')).toThrow(
    /noeviction \(it is allkeys-lru\)/u,
  );
});

test('the check passes on a good Redis and tells a wrong password from an absent server', async () => {
  const url = inject('redisUrl');
  await checkRedis(url);
  const wrong = new URL(url);
  wrong.username = 'nobody';
  wrong.password = 'wrong';
  await expect(checkRedis(wrong.href)).rejects.toMatchObject({ code: 'misconfigured' });
  await expect(checkRedis(`redis://127.0.0.1:${await freePort()}`)).rejects.toMatchObject({ code: 'unavailable' });
});

test('a producer says that Redis is away after a bounded wait, and works once it is there', {
  timeout: 20_000,
}, async () => {
  const port = await freePort();
  const away = new URL(inject('redisUrl'));
  const { hostname, port: redisPort } = new URL(away);
  away.host = `127.0.0.1:${port}`;
  const producer = createProducer({ redisUrl: away.href, prefix: 'refrain-away-test' });
  const started = performance.now();
  await expect(producer.enqueue('recluster', {})).rejects.toMatchObject({ code: 'unavailable' });
  expect(performance.now() - started).toBeLessThan(7_000);

  const proxy = createServer((socket) => {
    const upstream = connect(Number(redisPort), hostname);
    socket.pipe(upstream).pipe(socket);
    for (const end of [socket, upstream]) end.on('error', () => {});
    socket.on('close', () => upstream.destroy());
  }).listen(port, '127.0.0.1');
  await producer.ping();
  await producer.close();
  proxy.close();
});

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
