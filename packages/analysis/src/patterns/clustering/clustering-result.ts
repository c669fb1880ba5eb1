import type { Correction, Episode, LineageEvent, Membership } from '@refrain/domain';
import type { Document } from '../../text/document.ts';

export interface ClusteringInput {
  /** Only failures that count; the caller filters by `isFailure`. */
  readonly failures: readonly Document[];
  /** A failure outside of all episodes is an episode of its own. */
  readonly episodes: readonly Episode[];
  readonly corrections: readonly Correction[];
  /** The active patterns of the previous run. */
  readonly previous: readonly PreviousPattern[];
  /** Returns the id of a new pattern as a pure function of the id of its earliest failure. */
  readonly newPatternId: (foundingFailureId: string) => string;
}

export interface PreviousPattern {
  readonly patternId: string;
  readonly failureIds: readonly string[];
}

export interface GroupedPattern {
  readonly id: string;
  /** In chronological order. */
  readonly members: Membership[];
  /** The mean of the members' confidences, in [0, 1]. */
  readonly confidence: number;
  /** The terms that distinguish it from other failures, strongest first. */
  readonly terms: string[];
}

export interface Clustering {
  /** Ordered by id. */
  readonly patterns: GroupedPattern[];
  readonly lineage: Omit<LineageEvent, 'at'>[];
}
