import type { IssueLocation, IssueState } from './improvement.ts';
import type { Instant } from './instant.ts';

/** A pull request that mentions an issue. */
export interface MentioningPullRequest {
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  /** Whether merging the pull request closes the issue, for example because its text contains “Fixes #12”. */
  readonly closes: boolean;
  readonly isOpen: boolean;
  readonly mergedAt: Instant | null;
}

export interface IssueComment {
  readonly id: number;
  readonly url: string;
  readonly at: Instant;
  readonly text: string;
  /** Whether the author is an owner, member or collaborator, whose comments count as decisions. */
  readonly mayDecide: boolean;
}

export interface TrackedIssue extends IssueLocation {
  readonly url: string;
  readonly state: IssueState;
  readonly closedAt: Instant | null;
  readonly labels: readonly string[];
  readonly isAssigned: boolean;
  readonly pulls: readonly MentioningPullRequest[];
  /** New comments by people, oldest first. */
  readonly comments: readonly IssueComment[];
}
