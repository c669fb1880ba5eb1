import type { OpenProducer } from '@refrain/jobs';

/**
 * Returns the names of the paused queues. Call a method of the producer first, such as `counts`, which fails if Redis is
 * unavailable: BullMQ itself waits without a limit.
 */
export async function listPausedQueues({ queues }: Pick<OpenProducer, 'queues'>): Promise<ReadonlySet<string>> {
  const found = await Promise.all([...queues].map(async ([name, queue]) => ((await queue.isPaused()) ? [name] : [])));
  return new Set(found.flat());
}
