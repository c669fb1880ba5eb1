import type { JobHandlersOfQueue } from '@refrain/jobs';
import { createRetryQuarantinedItemHandler } from './cluster/quarantining-pipeline.ts';
import { createReclusterHandler, type ReclusterDeps } from './cluster/recluster.ts';
import { createReclusterWhenDueHandler } from './cluster/recluster-when-due.ts';
import { createWriteDigestHandler, createWriteDigestsHandler } from './digests/write-digests.ts';
import { createWriteReportsHandler } from './reports/write-reports.ts';

/** Two jobs run at a time: clustering runs in a thread of its own, so a short job can run beside it. */
export const maxConcurrentJobs = 2;

export function createHandlers(deps: ReclusterDeps): JobHandlersOfQueue<'analysis'> {
  return {
    'recluster-when-due': createReclusterWhenDueHandler(deps),
    recluster: createReclusterHandler(deps),
    'retry-quarantined': createRetryQuarantinedItemHandler(deps),
    'write-reports': createWriteReportsHandler(deps),
    'write-digests': createWriteDigestsHandler(deps),
    'write-digest': createWriteDigestHandler(deps),
  };
}
