/** A change to check, without its author. */
export interface CheckedChange {
  /** `owner/name` */
  readonly repository: string;
  readonly title: string;
  readonly text: string;
  /** Changed files, relative to the repository; null if unknown */
  readonly paths: readonly string[] | null;
}

export interface PastChange extends CheckedChange {
  readonly id: string;
  /** When the change landed, ISO 8601 */
  readonly occurredAt: string;
}

export interface PastFailure {
  readonly id: string;
  /** Id of the change that caused the failure or was reverted */
  readonly changeId: string;
  /** When the failure became known, ISO 8601; for a reverted change, the time of the revert */
  readonly knownAt: string;
  readonly patternId: string | null;
  /** Episode of the failure; null if the failure is an episode of its own */
  readonly episodeId: string | null;
}

/** The history with which a change is compared. Changes and failures after `asOf` are ignored. */
export interface PrecheckHistory {
  /** ISO 8601 */
  readonly asOf: string;
  readonly changes: readonly PastChange[];
  readonly failures: readonly PastFailure[];
}

/** A warning that a change resembles earlier changes that failed. */
export interface PrecheckFinding {
  /** The pattern of `failureIds` with the most episodes in the last 90 days; null if no failure is in a pattern */
  readonly patternId: string | null;
  /** Episodes of the pattern in the last 90 days; 0 without a pattern */
  readonly recentEpisodes: number;
  /** Failures of the similar changes, most relevant first */
  readonly failureIds: readonly string[];
  /** Calibrated probability that the change fails, in [0, 1] */
  readonly score: number;
  /** Base rate: the probability that any change fails, in (0, 1) */
  readonly averageScore: number;
  /** Share of recent changes with at least the same risk score, in [0, 1] */
  readonly rank: number;
  /** Shared files, or shared folders ending in `/` if no file is shared */
  readonly sharedPaths: readonly string[];
  /** Shared words as the change spells them, rarest first */
  readonly sharedTerms: readonly string[];
  /** The evidence in sentences. They quote words and paths of the change, so escape them before display. */
  readonly explanation: readonly string[];
}
