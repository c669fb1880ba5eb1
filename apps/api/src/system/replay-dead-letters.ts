import { AppError, type DeadLetterReplayResponse } from '@refrain/domain';
import { catalogue, readJob } from '@refrain/jobs';
import type { DeadLetterFilter, Store } from '@refrain/store';
import type { EnqueueDeps } from '../queues/enqueue.ts';
import { createEnqueueStored } from '../queues/enqueue-stored.ts';

export interface ReplayDeadLettersDeps extends EnqueueDeps {
  readonly store: Pick<Store, 'operations'>;
}

/** Jobs of this version; a dead letter may be a job of another version. */
const knownJobs = Object.keys(catalogue);

/** Marks dead letters as pending and enqueues them; the reconciler enqueues the rest if Redis fails. */
export function createReplay(
  deps: ReplayDeadLettersDeps,
): (filter: DeadLetterFilter) => Promise<DeadLetterReplayResponse> {
  const { producer, onError } = deps;
  const { operations } = deps.store;
  const enqueueStored = createEnqueueStored(deps);
  return async (filter) => {
    const { jobs, records, deliveries } = await operations.requestReplay(filter, knownJobs);
    const known = jobs.map(readJob).filter((job) => job !== null);
    try {
      for (const wanted of new Set(known.map(({ name }) => name))) {
        const payloads = known.filter(({ name }) => name === wanted).map(({ payload }) => payload);
        await producer.enqueueMany(wanted, payloads);
      }
      enqueueStored(records);
      if (deliveries > 0) await producer.enqueueMany('deliver-due', [{}]);
    } catch (cause) {
      // While Redis is unavailable each further attempt would time out.
      const problem = 'Not all replayed work could be queued; the reconciler will do it.';
      onError(new AppError('unavailable', problem, { cause }));
    }
    const { total } = await operations.listDeadLetters({ ...filter, limit: 1 });
    // A job is listed until it has succeeded.
    return { replayed: known.length + records.length + deliveries, left: Math.max(total - known.length, 0) };
  };
}
