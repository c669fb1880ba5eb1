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

/** Writes and tracks improvement issues. A dry run writes nothing but the log, and returns null or false. */
export interface IssueTracker {
  /**
   * Creates the issue with this marker, or updates Refrain's section of its body, where ticked boxes stay ticked. The
   * title, state, labels and other text of an existing issue are never changed. An issue without a known number is
   * first searched by its marker. May be repeated, but concurrent calls with the same marker could create two issues.
   * @param beforeCreating awaited immediately before an issue is created
   * @throws {AppError} if it is unknown whether the issue exists, in which case none is created; `not_found` if an
   * issue with a known number is gone; `conflict` if it is locked
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
  /**
   * Reads `.github/refrain.yml`, and whether the repository is public.
   * @throws {AppError} `conflict` if the file is invalid; callers must then not write to the repository
   */
  readSettings(repository: string, signal: AbortSignal): Promise<RepositorySettings>;
  /** Undoes an earlier write. Returns false in a dry run, and throws `conflict` if the content was changed since. */
  undo(place: string, request: UndoRequest, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
