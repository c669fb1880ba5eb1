import { Redis } from 'ioredis';
import { jobCatalogue, type QueueName } from './job-catalogue.ts';
import type { JobHandlersOfQueue } from './worker.ts';

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
export function createNoOpHandlers<Queue extends QueueName>(queue: Queue): JobHandlersOfQueue<Queue> {
  const jobs = Object.entries(jobCatalogue).filter(([, job]) => job.queue === queue);
  return Object.fromEntries(jobs.map(([name]) => [name, async () => {}])) as unknown as JobHandlersOfQueue<Queue>;
}
