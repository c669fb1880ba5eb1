import type { ProducerWithQueues } from '@refrain/jobs';

/**
 * Returns the names of paused queues. Call another method of the producer first, such as `counts`: it fails if Redis is
 * unavailable, whereas this function would wait forever.
 */
export async function listPausedQueues({ queues }: Pick<ProducerWithQueues, 'queues'>): Promise<ReadonlySet<string>> {
  const found = await Promise.all([...queues].map(async ([name, queue]) => ((await queue.isPaused()) ? [name] : [])));
  return new Set(found.flat());
}
