import type { IssueLocation, IssueState } from './improvement.ts';
import type { Instant } from './instant.ts';

/** A pull request that mentions an issue. */
export interface NamingPull {
  /** As `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  /** Whether it closes the issue, as by "Fixes #12". */
  readonly closes: boolean;
  readonly isOpen: boolean;
  readonly mergedAt: Instant | null;
}

/** A person's comment on an issue. */
export interface IssueComment {
  readonly id: number;
  readonly url: string;
  readonly at: Instant;
  readonly text: string;
  /** Whether the author may decide: an owner, member or collaborator. */
  readonly mayDecide: boolean;
}

/** The current state of an issue at its provider. */
export interface TrackedIssue extends IssueLocation {
  readonly url: string;
  readonly state: IssueState;
  /** When it was closed; null while it is open. */
  readonly closedAt: Instant | null;
  readonly labels: readonly string[];
  readonly isAssigned: boolean;
  readonly pulls: readonly NamingPull[];
  /** People's comments since the latest one that was read, oldest first. */
  readonly comments: readonly IssueComment[];
}
