import { findPatterns } from '@refrain/analysis';
import type { ClusteredPattern } from '@refrain/analysis/evaluation';
import type { LinkedFailures } from '../organisations/link-parsed-failures.ts';
import type { ReclusterFunction } from './correct-in-rounds.ts';

/** Creates a function that clusters the same failures again under other corrections. */
export function createReclusterer({ failures, episodes }: LinkedFailures): ReclusterFunction<ClusteredPattern> {
  return (corrections, previous) =>
    findPatterns({
      failures,
      episodes,
      corrections,
      newPatternId: (id) => id,
      previous: previous.map(({ id, members }) => ({
        patternId: id,
        failureIds: members.map(({ failureId }) => failureId),
      })),
    }).patterns;
}
