import { Redis } from 'ioredis';
import { catalogue, type QueueName } from './catalogue.ts';
import type { HandlersFor } from './worker.ts';

/** Sends a command to one server, which may be a server of a cluster, and returns the response. */
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

/** Returns handlers that do nothing for the jobs of a queue. */
export function idleHandlers<Queue extends QueueName>(queue: Queue): HandlersFor<Queue> {
  const jobs = Object.entries(catalogue).filter(([, job]) => job.queue === queue);
  return Object.fromEntries(jobs.map(([name]) => [name, async () => {}])) as unknown as HandlersFor<Queue>;
}
