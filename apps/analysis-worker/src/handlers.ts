import type { HandlersFor } from '@refrain/jobs';
import { createGroupAgain } from './group-again.ts';
import { createRecluster, type ReclusterDeps } from './recluster.ts';
import { createReclusterWhenDue } from './recluster-when-due.ts';
import { createWriteDigest } from './write-digest.ts';
import { createWriteDigests } from './write-digests.ts';
import { createWriteReports } from './write-reports.ts';

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
