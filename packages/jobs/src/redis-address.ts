import { AppError } from '@refrain/domain';
import type { RedisOptions } from 'ioredis';

/** Omits `replyMapping`, because the type of the Redis client depends on the value of this option. */
export type RedisConnectionOptions = Omit<RedisOptions, 'replyMapping'>;

export interface RedisAddress {
  /**
   * One server, or the seed nodes of a cluster. The user, password and TLS of the first server apply to all servers.
   */
  readonly servers: readonly [RedisConnectionOptions, ...RedisConnectionOptions[]];
  readonly isCluster: boolean;
}

const urlForm = 'it must have the form redis://user:password@host:6379/0';

/**
 * Parses `redis://` or `rediss://` (TLS) with user, password and database number, or `unix:///path/of/the.sock` with
 * the query parameters `username`, `password` and `db`. Several URLs separated by commas, or one with `?cluster=true`,
 * are the addresses of a Redis Cluster.
 * @throws {AppError} `misconfigured`, without the URL, which may contain a password
 */
export function readRedisAddress(redisUrl: string): RedisAddress {
  const urls = redisUrl.split(',').map(parseUrl);
  const [first, ...others] = urls.map((url) => (url.protocol === 'unix:' ? toSocketOptions(url) : toOptions(url)));
  if (first === undefined) throw unreadable(urlForm);
  const isCluster = urls.length > 1 || urls[0]?.searchParams.get('cluster') === 'true';
  if (isCluster && [first, ...others].some(({ db = 0 }) => db !== 0)) {
    throw unreadable('a Redis Cluster has only database 0');
  }
  if (isCluster && urls.some(({ protocol }) => protocol === 'unix:')) {
    throw unreadable('a Redis Cluster cannot be reached through a Unix socket');
  }
  return { servers: [first, ...others], isCluster };
}

/**
 * Returns the prefix of a queue's keys. In a cluster, the part in braces is the hash tag that keeps all keys of a queue
 * on one node, as BullMQ requires, while different queues can be on different nodes.
 */
export function formatQueueKeyPrefix(redisUrl: string, prefix: string, queue: string): string {
  return readRedisAddress(redisUrl).isCluster ? `{${prefix}-${queue}}` : prefix;
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const isSocket = url?.protocol === 'unix:' && url.hostname === '' && url.pathname.length > 1;
  const isHost = url !== null && url.hostname !== '' && ['redis:', 'rediss:'].includes(url.protocol);
  if (url === null || !(isSocket || isHost)) throw unreadable(urlForm);
  return url;
}

function toOptions(url: URL): RedisConnectionOptions {
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ...toDatabase(url.pathname.replace(/^\//u, ''), 'its path must be the number of a database, such as /0'),
    ...(url.protocol === 'rediss:' ? { tls: { servername: url.hostname } } : {}),
  };
}

function toSocketOptions({ pathname, searchParams }: URL): RedisConnectionOptions {
  const [username, password] = [searchParams.get('username'), searchParams.get('password')];
  return {
    path: decodeURIComponent(pathname),
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    ...toDatabase(searchParams.get('db') ?? '', 'db must be the number of a database'),
  };
}

function toDatabase(text: string, problem: string): { db?: number } {
  if (!/^\d{0,4}$/u.test(text)) throw unreadable(problem);
  return text === '' ? {} : { db: Number(text) };
}

function unreadable(why: string): AppError {
  return new AppError('misconfigured', `Cannot read REDIS_URL: ${why}`);
}
