import type { Cause, ChangeKind, FailureKind, TimePrecision, Trigger } from '@refrain/domain';

/** A failure by its provider's id, as in the domain's `externalId`. */
export interface FailureRef {
  kind: FailureKind;
  id: string;
  /** Other ids under which the same failure may be found, such as the merge of the branch that holds a revert. */
  sameAs: string[];
}

/** A change by its external id. */
export interface ChangeRef {
  kind: ChangeKind;
  id: string;
  /**
   * Equivalent changes: the commit of a pull request, its deployments, the other changes of a stack. A link to one of them is right, too.
   */
  sameAs: string[];
}

export interface TrueEpisode {
  id: string;
  /** Sorted by time. */
  failures: FailureRef[];
  patternId: string | null;
  causedByChange: ChangeRef | null;
  endedByChange: ChangeRef | null;
}

export interface TruePattern {
  id: string;
  name: string;
  cause: Cause;
  trigger: Trigger;
  /** The paging tool's names of the services where it happened. */
  services: string[];
  /** Whether it occurs on certain days only: the end of a month, the peak, a clock change. */
  seasonal: boolean;
  /** The instant from which it does not recur; null if nobody removed the cause. */
  fixedAt: string | null;
}

export type PlannedKind =
  | 'toggle'
  | 'version_bump'
  | 'reland'
  | 'temporary'
  | 'maintenance'
  | 'event_scaling'
  | 'banner'
  | 'debug_switch'
  | 'freeze';

/** What really happened in the sample organisation. */
export interface Truth {
  seed: number;
  episodes: TrueEpisode[];
  patterns: TruePattern[];
  /** Changes shortly before an unrelated incident of the same service, which must not be linked. */
  coincidences: { incident: FailureRef; change: ChangeRef }[];
  /** Episodes that resemble no other. */
  oneOffs: { episodeId: string; cause: Cause; trigger: Trigger }[];
  /** Reverts that were planned from the start and are not failures. */
  plannedReverts: { kind: PlannedKind; revert: ChangeRef; reverted: ChangeRef }[];
  /** Reverts that do not tell whether something had failed, and so do not count as failures. */
  unclearReverts: { revert: ChangeRef; reverted: ChangeRef }[];
  /** Incidents that only an imported post-mortem reports, with the times in it. Each is a failure of an episode, too. */
  postMortems: { failure: FailureRef; precision: TimePrecision; startedAt: string; endedAt: string | null }[];
  /** Reverts of reverts, which are not failures either. */
  reapplied: { reapply: ChangeRef; revert: ChangeRef }[];
}
