import type { Change, Correction, Episode, Failure, LineageEvent, Link, Membership, Pattern } from '@refrain/domain';
import { assessCause } from '../causes/assess-cause.ts';
import { findPatterns } from '../clustering/find-patterns.ts';
import type { GroupedPattern, PreviousPattern } from '../clustering/grouping.ts';
import type { Duplicate } from '../duplicates/duplicate.ts';
import { joinDuplicates } from '../duplicates/join-duplicates.ts';
import type { DecidedPair } from '../linking/affinity.ts';
import { linkFailures } from '../linking/link-failures.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { describeGroup, type GroupContext } from './describe-group.ts';

export interface PipelineInput {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
  /** What people decided on services and repositories; nothing unless given. */
  readonly catalogue?: readonly DecidedPair[];
  /** The patterns that are alive now. */
  readonly previous: readonly PreviousPattern[];
}

export interface PipelineOutput {
  /** What the rest leaves out: failures that tell of another one a second time. */
  readonly duplicates: readonly Duplicate[];
  readonly links: readonly Link[];
  readonly episodes: readonly Episode[];
  readonly patterns: readonly { readonly pattern: Pattern; readonly members: readonly Membership[] }[];
  readonly lineage: readonly Omit<LineageEvent, 'at'>[];
}

/**
 * From everything that is known to the patterns in it: take duplicates together, link, join into episodes, group, find causes, put into words.
 * Pure and independent of the order of the input; runs in a thread of its own, for it takes seconds on large histories.
 */
export function runPipeline({
  failures: told,
  changes,
  corrections: said,
  catalogue = [],
  previous,
}: PipelineInput): PipelineOutput {
  const { duplicates, failures, corrections } = joinDuplicates(told, said);
  const { links, episodes } = linkFailures({ failures, changes, corrections, catalogue });
  const counted = failures.filter(({ isFailure }) => isFailure);
  const { patterns, lineage } = findPatterns({
    failures: counted,
    episodes,
    corrections,
    previous,
    newPatternId: (foundingFailureId) => `p${foundingFailureId}`,
  });
  const context: GroupContext = {
    failures: new Map(counted.map((failure) => [failure.id, failure])),
    changes: new Map(changes.map((change) => [change.id, change])),
    episodeOf: new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id]))),
    links,
    corrections,
    statistics: createCorpusStatistics(counted),
    assess: assessCause,
  };
  return {
    duplicates,
    links,
    episodes,
    patterns: patterns.map((group: GroupedPattern) => ({
      pattern: describeGroup(group, context),
      members: group.members,
    })),
    lineage,
  };
}
