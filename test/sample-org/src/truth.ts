import type { Cause, ChangeKind, FailureKind, TimePrecision, Trigger } from '@refrain/domain';
import type { JobLogTruth } from './job-logs/write-job-log.ts';

/** A failure, identified by the provider's id, like `externalId` in the domain. */
export interface FailureRef {
  kind: FailureKind;
  id: string;
  /** Other ids under which the same failure may be found, such as the merge commit of a branch that contains a revert. */
  sameAs: string[];
}

export interface ChangeRef {
  kind: ChangeKind;
  id: string;
  /**
   * Ids of equivalent changes, which a link may name instead: the commit of a pull request, its deployments, and the other changes of a
   * stack.
   */
  sameAs: string[];
}

export interface TrueEpisode {
  id: string;
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
  /** Names in PagerDuty of the services in which the pattern occurs. */
  services: string[];
  /** Whether the pattern occurs only on certain days: the end of a month, the peak season, a clock change. */
  seasonal: boolean;
  /** Time after which the pattern does not recur; null if nobody fixed the cause. */
  fixedAt: string | null;
}

export type PlannedRevertKind =
  | 'toggle'
  | 'version_bump'
  | 'reland'
  | 'temporary'
  | 'maintenance'
  | 'event_scaling'
  | 'banner'
  | 'debug_switch'
  | 'freeze';

export interface TrueFailedDeployment {
  failure: FailureRef;
  cause: Cause;
  /** The change that was deployed. */
  deployed: ChangeRef;
  /** How the next deployment succeeded: after a revert, after a fix, or without any change. */
  resolution: 'revert' | 'fix' | 'retry';
  resolvedBy: ChangeRef | null;
  /** Null if the deployment did not run in GitHub Actions. */
  jobLog: JobLogTruth | null;
}

/** What really happened in the sample organisation. */
export interface Truth {
  seed: number;
  episodes: TrueEpisode[];
  patterns: TruePattern[];
  /** Changes shortly before an unrelated incident of the same service, which must not be linked. */
  coincidences: { incident: FailureRef; change: ChangeRef }[];
  oneOffs: { episodeId: string; cause: Cause; trigger: Trigger }[];
  failedDeployments: TrueFailedDeployment[];
  /** Reverts that were planned from the start and are not failures. */
  plannedReverts: { kind: PlannedRevertKind; revert: ChangeRef; reverted: ChangeRef }[];
  /** Reverts whose text does not say whether something had failed; they do not count as failures. */
  unclearReverts: { revert: ChangeRef; reverted: ChangeRef }[];
  /**
   * Incidents that only an imported post-mortem reports, with the times in its text. The failures of the episodes include these incidents.
   */
  postMortems: { failure: FailureRef; precision: TimePrecision; startedAt: string; endedAt: string | null }[];
  /** Reverts of reverts, which are not failures either. */
  reapplied: { reapply: ChangeRef; revert: ChangeRef }[];
}
