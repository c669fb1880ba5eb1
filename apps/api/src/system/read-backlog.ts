import type { BacklogResponse } from '@refrain/domain';
import type { ProducerWithQueues } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export async function readQueueBacklog(
  producer: Pick<ProducerWithQueues, 'counts' | 'oldestWaiting' | 'queues'>,
): Promise<BacklogResponse['queues']> {
  const [counts, oldest] = await Promise.all([producer.counts(), producer.oldestWaiting()]);
  const paused = await listPausedQueues(producer);
  return Object.fromEntries(
    Object.entries(counts).map(([queue, { waiting, active, delayed, failed }]) => {
      const oldestSeconds = oldest[queue as keyof typeof oldest];
      return [queue, { waiting, active, delayed, failed, isPaused: paused.has(queue), oldestSeconds }];
    }),
  );
}

/** Reads pending work, dead letters and the state of connections, with one query at a time to spare the database. */
export async function readDatabaseBacklog(
  store: Pick<Store, 'inbox' | 'operations'>,
): Promise<Omit<BacklogResponse, 'queues'>> {
  const pending = await store.inbox.countUnprocessed();
  const lag = await store.operations.readCurrentLag();
  const deadLetters = await store.operations.countDeadLetters();
  const connections = await store.operations.listConnectionStatuses();
  const aheadSeconds = await store.operations.findClockSkewSeconds();
  return { pending, lag, deadLetters, connections, aheadSeconds };
}

/**
 * Returns the names of paused queues. While Redis is unavailable, this function waits forever, so first call a method of the
 * producer that fails then, such as `counts`.
 */
export async function listPausedQueues({ queues }: Pick<ProducerWithQueues, 'queues'>): Promise<ReadonlySet<string>> {
  const found = await Promise.all([...queues].map(async ([name, queue]) => ((await queue.isPaused()) ? [name] : [])));
  return new Set(found.flat());
}
