import { AppError } from '@refrain/domain';
import type { RedisOptions } from 'ioredis';

/** The default of `replyMapping` is part of the client's type. */
export type ConnectOptions = Omit<RedisOptions, 'replyMapping'>;

/** What REDIS_URL names. */
export interface RedisAddress {
  /** One server, or those of a cluster that are asked where the others are. All have the user, password and TLS of the first. */
  readonly servers: readonly [ConnectOptions, ...ConnectOptions[]];
  readonly isCluster: boolean;
}

/**
 * `redis://` or `rediss://` (TLS), with user, password and database number. Several with commas, or one with `?cluster=true`, name
 * a Redis Cluster.
 * @throws {AppError} `misconfigured`; the message does not repeat the URL, which may hold a password
 */
export function readRedisAddress(redisUrl: string): RedisAddress {
  const urls = redisUrl.split(',').map(readUrl);
  const [first, ...others] = urls.map(toOptions);
  if (first === undefined) throw unreadable('it must look like redis://user:password@host:6379/0');
  const isCluster = urls.length > 1 || urls[0]?.searchParams.get('cluster') === 'true';
  if (isCluster && [first, ...others].some(({ db = 0 }) => db !== 0)) {
    throw unreadable('a Redis Cluster has the database 0 only');
  }
  return { servers: [first, ...others], isCluster };
}

/**
 * What BullMQ puts before the keys of a queue. The keys that one command touches have to lie on one server of a cluster: what is
 * in braces decides on which, and so each queue may be on another.
 */
export function queuePrefix(redisUrl: string, prefix: string, queue: string): string {
  return readRedisAddress(redisUrl).isCluster ? `{${prefix}-${queue}}` : prefix;
}

function readUrl(text: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || url.hostname === '' || !['redis:', 'rediss:'].includes(url.protocol)) {
    throw unreadable('it must look like redis://user:password@host:6379/0');
  }
  return url;
}

function toOptions(url: URL): ConnectOptions {
  const database = url.pathname.replace(/^\//u, '');
  if (!/^\d{0,4}$/u.test(database)) throw unreadable('its path must be the number of a database, such as /0');
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ...(database === '' ? {} : { db: Number(database) }),
    ...(url.protocol === 'rediss:' ? { tls: { servername: url.hostname } } : {}),
  };
}

function unreadable(why: string): AppError {
  return new AppError('misconfigured', `REDIS_URL cannot be read: ${why}`);
}
