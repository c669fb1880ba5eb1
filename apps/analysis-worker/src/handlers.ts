import type { HandlersFor } from '@refrain/jobs';
import { createRecluster, type ReclusterDeps } from './cluster/recluster.ts';
import { createReclusterWhenDue } from './cluster/recluster-when-due.ts';
import { createRetryQuarantined } from './cluster/retry-quarantined.ts';
import { createWriteDigest } from './digests/write-digest.ts';
import { createWriteDigests } from './digests/write-digests.ts';
import { createWriteReports } from './reports/write-reports.ts';

export interface AnalysisDeps extends ReclusterDeps {
  readonly now: () => number;
}

/** Two jobs run at a time: clustering runs in a thread of its own, so a short job can run beside it. */
export const jobsAtATime = 2;

export function createHandlers(deps: AnalysisDeps): HandlersFor<'analysis'> {
  return {
    'recluster-when-due': createReclusterWhenDue(deps),
    recluster: createRecluster(deps),
    'retry-quarantined': createRetryQuarantined(deps),
    'write-reports': createWriteReports(deps),
    'write-digests': createWriteDigests(deps),
    'write-digest': createWriteDigest(deps),
  };
}
