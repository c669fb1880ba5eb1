import type { Correction, Episode, LineageEvent, Membership } from '@refrain/domain';
import type { FailureDocument } from '../../text/failure-document.ts';
import type { PassageVectorList } from '../similarity/meanings.ts';

export interface ClusteringInput {
  /** Failures to cluster; the caller omits those for which `isFailure` is false. */
  readonly failures: readonly FailureDocument[];
  /** Episodes of the failures; a failure in no episode is an episode of its own. */
  readonly episodes: readonly Episode[];
  readonly corrections: readonly Correction[];
  /** Active patterns of the previous clustering run, whose ids are continued */
  readonly previous: readonly PreviousPattern[];
  /**
   * Sentence vectors of the failures, by failure id. Meanings are compared only if all failures have vectors, so that
   * equal input gives equal patterns.
   */
  readonly vectors?: ReadonlyMap<string, PassageVectorList> | undefined;
  /** Returns the id of a new pattern. Must be a pure function, so that runs are reproducible. */
  readonly newPatternId: (foundingFailureId: string) => string;
}

export interface PreviousPattern {
  readonly patternId: string;
  readonly failureIds: readonly string[];
  /** The failures that state the mechanism of the pattern; empty if it has none. */
  readonly statingFailureIds?: readonly string[];
}

export interface ClusteredPattern {
  readonly id: string;
  /** Sorted by time, earliest failure first */
  readonly members: Membership[];
  readonly confidence: number;
  readonly terms: string[];
}

export interface FailureClustering {
  /** Sorted by pattern id */
  readonly patterns: ClusteredPattern[];
  readonly lineage: Omit<LineageEvent, 'at'>[];
}
