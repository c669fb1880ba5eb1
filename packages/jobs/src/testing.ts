import { Redis } from 'ioredis';
import { catalogue, type QueueName } from './catalogue.ts';
import type { HandlersFor } from './worker.ts';

/**
 * Returns a server's response to one command, also of a server of a cluster.
 * @throws {Error} with the server's message if it refuses, or if it could not be reached
 */
export async function sendRedisCommand(
  redisUrl: string,
  command: string,
  ...args: readonly string[]
): Promise<unknown> {
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
  try {
    await redis.connect();
    return await redis.call(command, ...args);
  } finally {
    redis.disconnect();
  }
}

/** Returns a handler that does nothing for each job of a queue. */
export function idleHandlers<Queue extends QueueName>(queue: Queue): HandlersFor<Queue> {
  const jobs = Object.entries(catalogue).filter(([, job]) => job.queue === queue);
  return Object.fromEntries(jobs.map(([name]) => [name, async () => {}])) as unknown as HandlersFor<Queue>;
}
