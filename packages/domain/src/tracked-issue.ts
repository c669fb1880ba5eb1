import type { IssueLocation, IssueState } from './improvement.ts';
import type { Instant } from './instant.ts';

/** A pull request that names an issue. */
export interface NamingPull {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  /** Whether it says that it ends the issue: "Fixes #12". */
  readonly closes: boolean;
  readonly isOpen: boolean;
  readonly mergedAt: Instant | null;
}

/** Something that a person said below an issue. */
export interface IssueComment {
  readonly id: number;
  readonly url: string;
  readonly at: Instant;
  readonly text: string;
  /** Whether whoever said it may decide here: an owner, member or collaborator. */
  readonly mayDecide: boolean;
}

/** An issue as people made it. */
export interface TrackedIssue extends IssueLocation {
  readonly url: string;
  readonly state: IssueState;
  /** When it was closed; null while it is open. */
  readonly closedAt: Instant | null;
  readonly labels: readonly string[];
  readonly isAssigned: boolean;
  readonly pulls: readonly NamingPull[];
  /** Those of people after the one that was read last, oldest first. */
  readonly comments: readonly IssueComment[];
}
