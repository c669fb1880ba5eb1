/** A change before it lands, as far as it can be read. Nothing in it names a person. */
export interface PrecheckChange {
  /** `owner/name`. */
  readonly repository: string;
  readonly title: string;
  readonly text: string;
  /** Of the files that it changes, relative to the repository; null where that is not known. */
  readonly paths: readonly string[] | null;
}

export interface PastChange extends PrecheckChange {
  readonly id: string;
  /** ISO 8601: when it landed. */
  readonly occurredAt: string;
}

export interface PastFailure {
  readonly id: string;
  /** The change that it grew from, or that was reverted: one of the past's. */
  readonly changeId: string;
  /** ISO 8601: when it was known that this change had failed, for a reverted change the revert. Before that it counts as any other. */
  readonly knownAt: string;
  readonly patternId: string | null;
  /** Failures of one episode count once; null is an episode of its own. */
  readonly episodeId: string | null;
}

/** What is known at one moment. Later changes and failures may be in it and count for nothing. */
export interface PrecheckHistory {
  /** ISO 8601. */
  readonly asOf: string;
  readonly changes: readonly PastChange[];
  readonly failures: readonly PastFailure[];
}

/** That a change resembles what earlier failures grew from. */
export interface PrecheckFinding {
  /** Of those behind it the pattern with most episodes in the last 90 days; null where none of them is in one. */
  readonly patternId: string | null;
  /** Episodes of that pattern that became known in the last 90 days. */
  readonly recentEpisodes: number;
  /** The earlier failures behind it, those that say most first. */
  readonly failureIds: readonly string[];
  /** Calibrated chance in [0, 1] that a failure becomes known of this change. */
  readonly score: number;
  /** The same for a change of which nothing is known. */
  readonly usual: number;
  /** In [0, 1]: how large a part of the latest changes resembled earlier failures as much. */
  readonly rank: number;
  /** Paths, or else folders ending in `/`, that it shares with the changes behind it. */
  readonly sharedPaths: readonly string[];
  /** Words as the change writes them, the rarest first. */
  readonly sharedTerms: readonly string[];
  /** The evidence in plain sentences. Words and paths in them are of the change: to be escaped wherever they are shown. */
  readonly says: readonly string[];
}
