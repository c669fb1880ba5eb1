import { expect, test } from 'vitest';
import { formatQueueKeyPrefix, readRedisAddress } from './redis-address.ts';

test('readRedisAddress reads host, port, user, password, database and TLS from a URL', () => {
  expect(readRedisAddress('rediss://worker:p%40ss@cache.example:6380/3')).toEqual({
    isCluster: false,
    servers: [
      {
        host: 'cache.example',
        port: 6380,
        username: 'worker',
        password: 'p@ss',
        db: 3,
        tls: { servername: 'cache.example' },
      },
    ],
  });
  expect(readRedisAddress('redis://[::1]').servers).toEqual([{ host: '::1', port: 6379 }]);
});

test('readRedisAddress reads the path of the socket, user, password and database from a unix URL', () => {
  expect(readRedisAddress('unix:///run/my%20redis/redis.sock?username=worker&password=p%40ss&db=3')).toEqual({
    isCluster: false,
    servers: [{ path: '/run/my redis/redis.sock', username: 'worker', password: 'p@ss', db: 3 }],
  });
  expect(readRedisAddress('unix:///run/redis.sock').servers).toEqual([{ path: '/run/redis.sock' }]);
});

test('readRedisAddress reads several URLs, or one URL with cluster=true, as a cluster', () => {
  const several = readRedisAddress('redis://:secret@one.example:7001, redis://:secret@two.example:7002');
  expect(several.isCluster).toBe(true);
  expect(several.servers.map(({ host, port }) => `${host}:${port}`)).toEqual(['one.example:7001', 'two.example:7002']);
  const one = readRedisAddress('rediss://:secret@entry.example:6379/?cluster=true');
  expect(one).toMatchObject({ isCluster: true, servers: [{ host: 'entry.example', port: 6379 }] });
  expect(readRedisAddress('redis://one.example?cluster=false').isCluster).toBe(false);
});

test('the key prefix of a queue has a hash tag in a cluster, and none on a single server', () => {
  expect(formatQueueKeyPrefix('redis://one.example', 'refrain', 'ingest')).toBe('refrain');
  expect(formatQueueKeyPrefix('redis://one.example?cluster=true', 'refrain', 'ingest')).toBe('{refrain-ingest}');
});

test.each([
  '',
  'localhost:6379',
  'http://localhost',
  'redis://user:hunter2@host/name',
  'redis://',
  'redis://:hunter2@one.example,two.example',
  'redis://:hunter2@one.example/3?cluster=true',
  'unix://host/run/redis.sock?password=hunter2',
  'unix:///?password=hunter2',
  'unix:///run/redis.sock?password=hunter2&db=first',
  'unix:///run/redis.sock?password=hunter2&cluster=true',
])('the Redis URL %j is rejected, and the error does not contain it', (url) => {
  const read = () => readRedisAddress(url);
  expect(read).toThrow(expect.objectContaining({ code: 'misconfigured' }));
  expect(read).not.toThrow(/hunter2/u);
});
