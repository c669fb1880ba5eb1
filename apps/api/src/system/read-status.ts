import type { StatusResponse } from '@refrain/domain';
import type { ProducerWithQueues } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { listPausedQueues } from '../queues/list-paused-queues.ts';

export interface ReadStatusDeps {
  readonly store: Pick<Store, 'changes' | 'connections' | 'failures' | 'inbox' | 'patterns'>;
  readonly producer: Pick<ProducerWithQueues, 'counts' | 'queues'>;
}

export async function readStatus({ store, producer }: ReadStatusDeps): Promise<StatusResponse> {
  // Counts one table at a time, because parallel counts would occupy all processors of the database.
  const failures = await store.failures.count();
  const changes = await store.changes.count();
  const unassigned = await store.failures.countUnassigned();
  const inputVersion = await store.patterns.readInputVersion();
  const [patterns, pending, counts, clusteredVersion, pulling] = await Promise.all([
    store.patterns.count(),
    store.inbox.countUnprocessed(),
    producer.counts(),
    store.patterns.findClusteredVersion(),
    store.connections.isPulling(),
  ]);
  const paused = await listPausedQueues(producer);
  const queues = Object.fromEntries(
    Object.entries(counts).map(([queue, jobs]) => [queue, { ...jobs, isPaused: paused.has(queue) }]),
  );
  const queued = Object.values(counts).some(({ waiting, active, delayed }) => waiting + active + delayed > 0);
  const isClusteringPending = clusteredVersion !== inputVersion && failures > 0;
  const busy = pending > 0 || queued || pulling || isClusteringPending;
  return { failures, changes, patterns, unassigned, pending, queues, busy };
}
