import type { WorldIncident } from '@refrain/emulators';
import type { PlannedJob } from './job-logs/write-job-log.ts';
import type { Person } from './people.ts';

export type RevertMethod = 'button' | 'command' | 'command_pushed' | 'by_hand' | 'by_hand_pushed';

/** A planned commit on a default branch. Keys are unique. Numbers and shas are assigned after all commits and deployments are planned. */
export interface PlannedCommit {
  readonly type: 'commit';
  readonly key: string;
  readonly repository: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null for a direct push. */
  readonly pull: { readonly createdAt: number; readonly branch: string } | null;
  readonly title: string;
  readonly body: string;
  readonly files: readonly string[];
  readonly author: Person;
  /** Present if the commit reverts earlier commits of the same repository; title and body are then generated. */
  readonly reverts?: { readonly keys: readonly string[]; readonly form: RevertMethod; readonly reason: string };
  /** If true, the commit's text is drawn from a separate random stream, so that adding the commit changes no other part of the history. */
  readonly hasOwnRandomStream?: true;
}

export interface PlannedDeployment {
  readonly type: 'deploy';
  readonly key: string;
  readonly repository: string;
  readonly at: number;
  /** Key of the deployed commit; null for the newest one. */
  readonly of: string | null;
  readonly environment: 'production' | 'staging';
  readonly outcome: 'success' | 'failure' | 'error';
  readonly detail: string;
  /** The job that deployed, if the deployment failed in GitHub Actions. */
  readonly job?: PlannedJob;
  /** Key of the failed deployment whose job was run again. */
  readonly repeats?: string;
  readonly creator: Person;
}

export type PlannedChange = PlannedCommit | PlannedDeployment;

/**
 * A planned incident. Notes may contain `{culprit}` and `{remedy}`, which are replaced by the numbers of the causing and the resolving
 * change.
 */
export interface IncidentPlan {
  readonly key: string;
  readonly culprit: string | null;
  readonly remedy: string | null;
  readonly incident: Omit<WorldIncident, 'number'>;
}

export interface WrittenChange {
  readonly id: string;
  readonly kind: 'merged_pull_request' | 'deployment' | 'commit';
  readonly number: number | null;
  readonly sha: string;
  /** Sha of the only commit of the branch, if the branch was merged and not squashed. */
  readonly branchSha: string | null;
  readonly title: string;
}
