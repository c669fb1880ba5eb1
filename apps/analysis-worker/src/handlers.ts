import type { HandlersFor } from '@refrain/jobs';
import { createRecluster, type ReclusterDeps } from './cluster/recluster.ts';
import { createReclusterWhenDue } from './cluster/recluster-when-due.ts';
import { createRetryQuarantined } from './cluster/retry-quarantined.ts';
import { createWriteDigest } from './digests/write-digest.ts';
import { createWriteDigests } from './digests/write-digests.ts';
import { createWriteReports } from './reports/write-reports.ts';

export interface AnalysisDeps extends ReclusterDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The maximum of jobs at a time. Clustering runs in its own thread. */
export const jobsAtATime = 2;

/** Creates the handlers of all jobs of this worker, without a queue. */
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
