import { Redis } from 'ioredis';

/**
 * What one server answers to one command, also a server of a cluster.
 * @throws {Error} what the server says where it refuses, or that it could not be reached
 */
export async function askRedis(redisUrl: string, command: string, ...args: readonly string[]): Promise<unknown> {
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
  try {
    await redis.connect();
    return await redis.call(command, ...args);
  } finally {
    redis.disconnect();
  }
}
