import type { ReplayedAnswer } from '@refrain/domain';
import { catalogue, type JobName, type JobPayload } from '@refrain/jobs';
import type { DeadLetterFilter } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { createEnqueueStored } from '../webhooks/enqueue-stored.ts';

/** Makes dead letters be owed again, and asks for the work at once: what the queue does not take, the reconciler asks for. */
export function createReplay(deps: ApiDeps): (filter: DeadLetterFilter) => Promise<ReplayedAnswer> {
  const { deadLetters } = deps.store;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const enqueueStored = createEnqueueStored(deps);
  return async (filter) => {
    const { jobs, records, deliveries } = await deadLetters.askReplay(filter);
    const known = jobs.filter(isKnown);
    for (const { name, payload } of known) await enqueueOrLeave(name, [payload]);
    enqueueStored(records);
    if (deliveries > 0) await enqueueOrLeave('deliver-due', [{}]);
    const replayed = known.length + records.length + deliveries;
    const { total } = await deadLetters.list({ ...filter, limit: 1 });
    return { replayed, left: Math.max(total - known.length, 0) };
  };
}

/** Another version may have had other jobs. */
function isKnown(job: {
  readonly name: string;
  readonly payload: object;
}): job is { readonly name: JobName; readonly payload: JobPayload<JobName> } {
  return job.name in catalogue && catalogue[job.name as JobName].payload.safeParse(job.payload).success;
}
