import type { WorldIncident } from '@refrain/emulators';
import type { Person } from './people.ts';

/** How a revert is written. */
export type RevertForm = 'button' | 'command' | 'command_pushed' | 'by_hand' | 'by_hand_pushed';

/** A commit that is going to stand on a default branch. Keys are unique; numbers and shas come when all acts are known. */
export interface CommitAct {
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
  /** Present where it takes earlier commits of the same repository back; title and body are then written for it. */
  readonly reverts?: { readonly keys: readonly string[]; readonly form: RevertForm; readonly reason: string };
  /** Its text is drawn from a stream of its own, so that the rest of the history is what it would be without it. */
  readonly isApart?: true;
}

export interface DeployAct {
  readonly type: 'deploy';
  readonly key: string;
  readonly repository: string;
  readonly at: number;
  /** Key of the commit that is deployed; null means the newest one. */
  readonly of: string | null;
  readonly environment: 'production' | 'staging';
  readonly outcome: 'success' | 'failure' | 'error';
  /** Description of its last status. */
  readonly detail: string;
  readonly creator: Person;
}

export type Act = CommitAct | DeployAct;

/** An incident as planned: notes may hold `{culprit}` and `{remedy}`, which get their numbers when these are known. */
export interface IncidentPlan {
  readonly key: string;
  readonly culprit: string | null;
  readonly remedy: string | null;
  readonly incident: Omit<WorldIncident, 'number'>;
}

/** What a key became. */
export interface Placed {
  /** External id of the change. */
  readonly id: string;
  readonly kind: 'merged_pull_request' | 'deployment' | 'commit';
  readonly number: number | null;
  readonly sha: string;
  /** Sha of the only commit of its branch, where the branch was merged and not squashed. */
  readonly branchSha: string | null;
  readonly title: string;
}
