import type { HandlersFor } from '@refrain/jobs';
import { createRecluster, type ReclusterDeps } from './cluster/recluster.ts';
import { createReclusterWhenDue } from './cluster/recluster-when-due.ts';
import { createGroupAgain } from './cluster/retry-quarantined.ts';
import { createWriteDigest } from './digests/write-digest.ts';
import { createWriteDigests } from './digests/write-digests.ts';
import { createWriteReports } from './reports/write-reports.ts';

export interface AnalysisDeps extends ReclusterDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Jobs of the analysis queue that one worker does at once: grouping has a thread of its own. */
export const jobsAtATime = 2;

/** All that the analysis worker does, without the queue that asks for it. */
export function createHandlers(deps: AnalysisDeps): HandlersFor<'analysis'> {
  return {
    'recluster-when-due': createReclusterWhenDue(deps),
    recluster: createRecluster(deps),
    'group-again': createGroupAgain(deps),
    'write-reports': createWriteReports(deps),
    'write-digests': createWriteDigests(deps),
    'write-digest': createWriteDigest(deps),
  };
}
