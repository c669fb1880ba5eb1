import type { ReplayedAnswer } from '@refrain/domain';
import { catalogue, readJob } from '@refrain/jobs';
import type { DeadLetterFilter } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { createEnqueueStored } from '../webhooks/enqueue-stored.ts';

/** Another version may have had other jobs. */
const knownJobs = Object.keys(catalogue);

/** Makes dead letters be owed again, and asks for the work at once: what the queue does not take, the reconciler asks for. */
export function createReplay(deps: ApiDeps): (filter: DeadLetterFilter) => Promise<ReplayedAnswer> {
  const { deadLetters } = deps.store;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const enqueueStored = createEnqueueStored(deps);
  return async (filter) => {
    const { jobs, records, deliveries } = await deadLetters.askReplay(filter, knownJobs);
    const known = jobs.map(readJob).filter((job) => job !== null);
    for (const { name, payload } of known) await enqueueOrLeave(name, [payload]);
    enqueueStored(records);
    if (deliveries > 0) await enqueueOrLeave('deliver-due', [{}]);
    const { total } = await deadLetters.list({ ...filter, limit: 1 });
    // A job stays on the list until it is done.
    return { replayed: known.length + records.length + deliveries, left: Math.max(total - known.length, 0) };
  };
}
