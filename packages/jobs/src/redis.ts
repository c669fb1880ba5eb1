import { setTimeout } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import { Cluster, type ClusterOptions, Redis } from 'ioredis';
import { type RedisAddress, type RedisConnectionOptions, readRedisAddress } from './redis-address.ts';

export type RedisClient = Redis | Cluster;

/** Milliseconds without a connection or response after which Redis counts as down. */
export const redisTimeoutMs = 5_000;

/** Creates a client that reconnects forever, at least every 2 seconds. */
export function connectToRedis(
  redisUrl: string,
  more: Pick<RedisConnectionOptions, 'commandTimeout'> = {},
): RedisClient {
  return open(readRedisAddress(redisUrl), retryDelayMs, { maxRetriesPerRequest: null, ...more });
}

const retryDelayMs = (times: number): number => Math.min(100 * 2 ** Math.min(times, 5), 2_000);

function open(
  { servers, isCluster }: RedisAddress,
  retryStrategy: (times: number) => number | null,
  more: Pick<RedisConnectionOptions, 'maxRetriesPerRequest' | 'commandTimeout' | 'lazyConnect'>,
): RedisClient {
  const [server] = servers;
  const options = { ...server, connectTimeout: redisTimeoutMs, ...more };
  const client = isCluster
    ? new Cluster([...servers], clusterOptions(options, retryStrategy))
    : new Redis({ ...options, retryStrategy });
  client.on('error', () => {});
  return client;
}

function clusterOptions(options: RedisConnectionOptions, retryStrategy: (times: number) => number | null) {
  const { host, port, db, lazyConnect = false, tls, ...each } = options;
  return {
    // The name is not resolved here, because TLS compares each server's host name with the server's certificate.
    redisOptions: tls === undefined ? each : { ...each, tls: {} },
    dnsLookup: (address, answer) => answer(null, address),
    clusterRetryStrategy: retryStrategy,
    slotsRefreshTimeout: redisTimeoutMs,
    lazyConnect,
  } satisfies ClusterOptions;
}

/**
 * Resolves once the client accepts commands, so that commands do not accumulate in memory while Redis is down.
 * @throws {AppError} `unavailable`
 */
export async function waitForRedis(client: RedisClient, waitMs = redisTimeoutMs): Promise<void> {
  if (client.status === 'ready') return;
  let ready = () => {};
  try {
    await withRedisTimeout(
      new Promise<void>((resolve) => {
        ready = resolve;
        client.once('ready', resolve);
      }),
      waitMs,
    );
  } finally {
    client.off('ready', ready);
  }
}

/** @throws {AppError} `unavailable` if Redis takes too long or the connection breaks */
export async function withRedisTimeout<T>(work: Promise<T>, waitMs = redisTimeoutMs): Promise<T> {
  const settled = new AbortController();
  const late = setTimeout(waitMs, undefined, { signal: settled.signal }).then(() => {
    throw away();
  });
  // The promise that loses the race may reject later. Without these handlers, its rejection would end the process.
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
 * Checks that Redis is reachable and suitable for queues.
 * @throws {AppError} `unavailable` if Redis does not respond; `misconfigured` if Redis refuses the password, is a
 * cluster without `?cluster=true` in REDIS_URL, or may evict queued jobs
 */
export async function checkRedis(redisUrl: string): Promise<void> {
  let refusal: unknown = null;
  const address = readRedisAddress(redisUrl);
  const client = open(address, () => null, { lazyConnect: true, maxRetriesPerRequest: 0 });
  client.on('error', (error) => {
    refusal ??= error.lastNodeError ?? error;
  });
  try {
    await withRedisTimeout(client.connect());
    const servers = client instanceof Cluster ? client.nodes('master') : [client];
    for (const server of servers) checkRedisInfoResponse(await withRedisTimeout(server.info()), address.isCluster);
  } catch (error) {
    throw refusal === null ? error : toRedisError(refusal);
  } finally {
    client.disconnect();
  }
}

/** Checks a server's response to `INFO`. @throws {AppError} `misconfigured` */
export function checkRedisInfoResponse(information: string, isCluster: boolean): void {
  if (!isCluster && /^cluster_enabled:1/mu.test(information)) {
    throw new AppError('misconfigured', 'REDIS_URL names a server of a Redis Cluster. Add ?cluster=true to the URL');
  }
  const policy = /^maxmemory_policy:([\w-]{1,40})/mu.exec(information)?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    throw new AppError(
      'misconfigured',
      `Redis may evict queued jobs when memory is short. Set its maxmemory-policy to noeviction (it is ${policy})`,
    );
  }
}

function toRedisError(error: unknown): AppError {
  const message = error instanceof Error ? error.message : '';
  if (/^(?:WRONGPASS|NOAUTH|NOPERM)|invalid password|without any password/iu.test(message)) {
    return new AppError('misconfigured', 'Redis refuses the user or password in REDIS_URL. Correct the URL');
  }
  if (/cluster support disabled/iu.test(message)) {
    return new AppError(
      'misconfigured',
      'REDIS_URL does not point to a Redis Cluster. Use a single URL without ?cluster=true',
    );
  }
  return away(error);
}

function away(cause?: unknown): AppError {
  return new AppError(
    'unavailable',
    'Redis is not responding. Check that it is running and that REDIS_URL is correct',
    {
      cause,
    },
  );
}
