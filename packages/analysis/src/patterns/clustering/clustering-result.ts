import type { Correction, Episode, LineageEvent, Membership } from '@refrain/domain';
import type { Document } from '../../text/document.ts';

export interface ClusteringInput {
  /** Those that count as failures: what `isFailure` denies is left out by the caller. */
  readonly failures: readonly Document[];
  /** A failure that is in none is an episode by itself. */
  readonly episodes: readonly Episode[];
  readonly corrections: readonly Correction[];
  /** The patterns that are alive now. */
  readonly previous: readonly PreviousPattern[];
  /** The id of a new pattern: a pure function of its argument, which begins with the id of the pattern's earliest failure. */
  readonly newPatternId: (foundingFailureId: string) => string;
}

export interface PreviousPattern {
  readonly patternId: string;
  readonly failureIds: readonly string[];
}

export interface GroupedPattern {
  readonly id: string;
  /** In the order of time. */
  readonly members: Membership[];
  /** In [0, 1]: mean of its members'. */
  readonly confidence: number;
  /** The terms that tell it from the other failures, strongest first. */
  readonly terms: string[];
}

export interface Clustering {
  /** Ordered by id. */
  readonly patterns: GroupedPattern[];
  readonly lineage: Omit<LineageEvent, 'at'>[];
}
