/** A change before it lands. It names no person. */
export interface PrecheckChange {
  /** `owner/name`. */
  readonly repository: string;
  readonly title: string;
  readonly text: string;
  /** The changed files, relative to the repository; null if unknown. */
  readonly paths: readonly string[] | null;
}

export interface PastChange extends PrecheckChange {
  readonly id: string;
  /** When it landed, ISO 8601. */
  readonly occurredAt: string;
}

export interface PastFailure {
  readonly id: string;
  /** The id of the change that caused the failure or was reverted, from `changes`. */
  readonly changeId: string;
  /**
   * When the failure became known, ISO 8601; for a reverted change, the time of the revert. Before that, the change
   * counts as successful.
   */
  readonly knownAt: string;
  readonly patternId: string | null;
  /** Failures of one episode count once; null counts as its own episode. */
  readonly episodeId: string | null;
}

/** The history up to `asOf`. Later changes and failures are ignored. */
export interface PrecheckHistory {
  /** ISO 8601. */
  readonly asOf: string;
  readonly changes: readonly PastChange[];
  readonly failures: readonly PastFailure[];
}

/** A warning that a change resembles earlier changes that failed. */
export interface PrecheckFinding {
  /** The pattern with the most episodes in the last 90 days; null if no failure belongs to one. */
  readonly patternId: string | null;
  /** Episodes of that pattern in the last 90 days. */
  readonly recentEpisodes: number;
  /** The supporting failures, strongest first. */
  readonly failureIds: readonly string[];
  /** The calibrated probability that this change fails, in [0, 1]. */
  readonly score: number;
  /** The probability for a change without evidence. */
  readonly usual: number;
  /** The share of recent changes with at least this risk score, in [0, 1]. */
  readonly rank: number;
  /** Shared paths, or folders ending in `/` if no file is shared. */
  readonly sharedPaths: readonly string[];
  /** As written in the change, rarest first. */
  readonly sharedTerms: readonly string[];
  /** The evidence in plain sentences. They quote words and paths of the change: escape them before display. */
  readonly says: readonly string[];
}
