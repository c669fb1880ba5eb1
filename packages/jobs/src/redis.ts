import { setTimeout } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { Redis, type RedisOptions } from 'ioredis';

/** The default of `replyMapping` is part of the client's type. */
type ConnectOptions = Omit<RedisOptions, 'replyMapping'>;

/** Longest wait for a connection or an answer, in milliseconds, before Redis counts as away. */
const patienceMs = 5_000;

/**
 * Connection options from `redis://` or `rediss://` (TLS), with user, password and database number.
 * @throws {AppError} `misconfigured`; the message does not repeat the URL, which may hold a password
 */
export function redisOptions(redisUrl: string): ConnectOptions {
  const url = URL.canParse(redisUrl) ? new URL(redisUrl) : null;
  if (url === null || url.hostname === '' || !['redis:', 'rediss:'].includes(url.protocol)) {
    throw new AppError(
      'misconfigured',
      'REDIS_URL cannot be read: it must look like redis://user:password@host:6379/0',
    );
  }
  const database = url.pathname.replace(/^\//u, '');
  if (!/^\d{0,4}$/u.test(database)) {
    throw new AppError(
      'misconfigured',
      'REDIS_URL cannot be read: its path must be the number of a database, such as /0',
    );
  }
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ...(database === '' ? {} : { db: Number(database) }),
    ...(url.protocol === 'rediss:' ? { tls: { servername: url.hostname } } : {}),
  };
}

/** A client that looks for Redis again forever, at least every 2 seconds. */
export function connect(redisUrl: string, more: Pick<ConnectOptions, 'commandTimeout'> = {}): Redis {
  const options: ConnectOptions = {
    ...redisOptions(redisUrl),
    maxRetriesPerRequest: null,
    connectTimeout: patienceMs,
    retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 5), 2_000),
    ...more,
  };
  const client = new Redis(options);
  client.on('error', () => {});
  return client;
}

/**
 * Resolves once the client can take commands, so that none pile up in memory while Redis is away.
 * @throws {AppError} `unavailable`
 */
export async function untilReady(client: Redis): Promise<void> {
  if (client.status === 'ready') return;
  let ready = () => {};
  try {
    await withinPatience(
      new Promise<void>((resolve) => {
        ready = resolve;
        client.once('ready', resolve);
      }),
    );
  } finally {
    client.off('ready', ready);
  }
}

/** The work's outcome. @throws {AppError} `unavailable` when Redis takes too long or the connection breaks */
export async function withinPatience<T>(work: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = setTimeout(patienceMs, undefined, { signal: settled.signal }).then(() => {
    throw away();
  });
  // The one that loses the race fails unheard.
  late.catch(() => {});
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw error instanceof AppError ? error : toRedisError(error);
  } finally {
    settled.abort();
  }
}

/**
 * @throws {AppError} `unavailable` when Redis does not answer, `misconfigured` when it refuses the password or may
 * throw queued jobs away to make room
 */
export async function checkRedis(redisUrl: string): Promise<void> {
  let refusal: unknown = null;
  const options: ConnectOptions = {
    ...redisOptions(redisUrl),
    lazyConnect: true,
    connectTimeout: patienceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  };
  const client = new Redis(options);
  client.on('error', (error) => {
    refusal ??= error;
  });
  try {
    const memory = await withinPatience(client.connect().then(() => client.info('memory')));
    checkEviction(memory);
  } catch (error) {
    throw refusal === null ? error : toRedisError(refusal);
  } finally {
    client.disconnect();
  }
}

/** Reads the answer to `INFO memory`. @throws {AppError} `misconfigured` */
export function checkEviction(memory: string): void {
  const policy = /^maxmemory_policy:([\w-]{1,40})/mu.exec(memory)?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    throw new AppError(
      'misconfigured',
      `Redis may drop queued jobs when memory is short: set its maxmemory-policy to noeviction (it is ${policy})`,
    );
  }
}

function toRedisError(error: unknown): AppError {
  const message = error instanceof Error ? error.message : '';
  if (/^(?:WRONGPASS|NOAUTH|NOPERM)|invalid password|without any password/iu.test(message)) {
    return new AppError('misconfigured', 'Redis refuses the user or password in REDIS_URL: correct it');
  }
  return away(error);
}

function away(cause?: unknown): AppError {
  return new AppError('unavailable', 'Redis does not answer: check that it runs and that REDIS_URL names it', {
    cause,
  });
}
