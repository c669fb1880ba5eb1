import type { Cause, ChangeKind, FailureKind, TimePrecision, Trigger } from '@refrain/domain';

/** A failure by the id that its provider gave it, as in the domain's `externalId`. */
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
   * Its other faces: the commit that a pull request left, the deployments that took it live, the other changes of a stack. A link to
   * one of them is right too.
   */
  sameAs: string[];
}

export interface TrueEpisode {
  id: string;
  /** Ordered by time. */
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
  /** Names as the paging tool has them, of the services where it did happen. */
  services: string[];
  /** It comes at certain days only: the end of a month, the peak, a change of clocks. */
  seasonal: boolean;
  /** From this instant on it does not come any more; null where nobody removed the cause. */
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
  /** A change of the same service shortly before an incident that it has nothing to do with: must not be linked. */
  coincidences: { incident: FailureRef; change: ChangeRef }[];
  /** Episodes like no other. */
  oneOffs: { episodeId: string; cause: Cause; trigger: Trigger }[];
  /** Reverts that were meant from the start: no failures. */
  plannedReverts: { kind: PlannedKind; revert: ChangeRef; reverted: ChangeRef }[];
  /** Reverts that do not tell whether something had failed: no failures as far as anybody knows. */
  unclearReverts: { revert: ChangeRef; reverted: ChangeRef }[];
  /** Incidents that only an imported post-mortem reports, with the times that it tells. Each is a failure of an episode too. */
  postMortems: { failure: FailureRef; precision: TimePrecision; startedAt: string; endedAt: string | null }[];
  /** Reverts of reverts: no failures either. */
  reapplied: { reapply: ChangeRef; revert: ChangeRef }[];
}
