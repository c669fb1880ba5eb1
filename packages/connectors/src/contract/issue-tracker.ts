import type {
  ImprovementIssue,
  IssueLocation,
  IssueState,
  TrackedIssue,
  UndoRequest,
  WriteReason,
  WrittenIssue,
} from '@refrain/domain';

export interface RepositorySettings {
  /** Whether Refrain may open issues; null if the file does not say. */
  readonly issues: boolean | null;
  /** Whether Refrain may add checks to pull requests; null if the file does not say. */
  readonly checks: boolean | null;
  readonly isPublic: boolean;
}

/** A comment to write on an issue. `marker` identifies the comment and is hidden in its text. */
export interface NewIssueComment {
  readonly marker: string;
  readonly body: string;
}

/** Writes and tracks improvement issues. In a dry run, methods write only to the log, and return null or false. */
export interface IssueTracker {
  /**
   * Creates the issue with this marker, or updates Refrain's section of its body, where ticked boxes stay ticked.
   * Changes nothing else of an existing issue. Without a known number, searches for the marker first, so that the call
   * may be repeated; concurrent calls could create two issues. Throws and creates none if it is unknown whether the
   * issue exists.
   */
  ensureIssue(
    wanted: ImprovementIssue,
    reason: WriteReason,
    signal: AbortSignal,
    beforeCreating?: () => Promise<void>,
  ): Promise<WrittenIssue | null>;
  /** Reads an issue, even if it was moved, and its comments with ids above `lastCommentId`; null if it is gone. */
  trackIssue(issue: IssueLocation, lastCommentId: number, signal: AbortSignal): Promise<TrackedIssue | null>;
  ensureComment(
    issue: IssueLocation,
    wanted: NewIssueComment,
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<{ readonly url: string } | null>;
  /** Opens or closes an issue, unless it already has the state. Returns false in a dry run. */
  setIssueState(issue: IssueLocation, to: IssueState, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
  /** Reads `.github/refrain.yml`. Throws `conflict` if it is invalid; callers must then not write to the repository. */
  readSettings(repository: string, signal: AbortSignal): Promise<RepositorySettings>;
  /** Undoes an earlier write. Returns false in a dry run, and throws `conflict` if the content was changed since. */
  undo(target: string, request: UndoRequest, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}

export function describeMissingIssue({ repository, number }: IssueLocation): string {
  return `Issue ${repository}#${number} was deleted, or the credential cannot read it. Restore the issue or grant access: Refrain does not open a second issue for a pattern`;
}
