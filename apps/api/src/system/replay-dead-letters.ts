import { AppError, type DeadLetterReplayResponse } from '@refrain/domain';
import { jobCatalogue, parseStoredJob } from '@refrain/jobs';
import type { DeadLetterFilter } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';
import { createParseJobEnqueuer } from '../queues/enqueue-stored.ts';

/** The names of the jobs that this version of Refrain knows. Another version may have written a dead letter. */
const knownJobs = Object.keys(jobCatalogue);

/**
 * Creates a function that marks dead letters as pending and enqueues their jobs. Without Redis, the reconciler enqueues
 * them later.
 */
export function createDeadLetterReplayer(
  deps: ApiDeps,
): (filter: DeadLetterFilter) => Promise<DeadLetterReplayResponse> {
  const { producer, onError } = deps;
  const { operations } = deps.store;
  const enqueueStored = createParseJobEnqueuer(deps);
  return async (filter) => {
    const { jobs, records, deliveries } = await operations.requestReplay(filter, knownJobs);
    const known = jobs.map(parseStoredJob).filter((job) => job !== null);
    try {
      for (const name of new Set(known.map((job) => job.name))) {
        const payloads = known.filter((job) => job.name === name).map(({ payload }) => payload);
        await producer.enqueueMany(name, payloads);
      }
      enqueueStored(records);
      if (deliveries > 0) await producer.enqueueMany('deliver-due', [{}]);
    } catch (cause) {
      // Does not try the other jobs, because each attempt would time out while Redis is unavailable.
      const problem = 'Not all replayed work could be enqueued. The reconciler enqueues it later.';
      onError(new AppError('unavailable', problem, { cause }));
    }
    const { total } = await operations.listDeadLetters({ ...filter, limit: 1 });
    // A replayed job stays in the list of dead letters until the job succeeds.
    return { replayed: known.length + records.length + deliveries, notReplayed: Math.max(total - known.length, 0) };
  };
}
