import type {
  EnsuredIssue,
  ImprovementIssue,
  IssueLocation,
  IssueState,
  TrackedIssue,
  UndoRequest,
  WriteReason,
} from '@refrain/domain';

/** The permissions that a repository's own file gives to Refrain. */
export interface RepositorySettings {
  /** Whether issues may be opened; null if the file does not say. */
  readonly issues: boolean | null;
  /** Whether pull requests may be checked; null if the file does not say. */
  readonly checks: boolean | null;
  /** Whether everybody can read the repository. */
  readonly isPublic: boolean;
}

/** A comment on an issue. `marker` is unique and is hidden in its text. */
export interface WantedComment {
  readonly marker: string;
  /** Markdown, without the marker. */
  readonly body: string;
}

/** Writes and follows improvement issues. The log receives every write; in a dry run nothing is written and the result is null. */
export interface IssueTracker {
  /**
   * Creates or updates the one issue with this marker. Writes only Refrain's own section of the body, in which ticked
   * boxes stay ticked; title, state, labels and all other text belong to people once the issue exists. An issue whose
   * number is known is followed and never created again; any other is first searched by its marker. Safe to repeat, but
   * two calls for one marker must not run at the same time.
   * @param beforeCreating awaited immediately before an issue is created: from then on one may exist
   * @throws {AppError} if the tracker does not say whether the issue exists: then none is created; `not_found` if a
   * known issue is gone, `conflict` if it is locked
   */
  ensureIssue(
    wanted: ImprovementIssue,
    reason: WriteReason,
    signal: AbortSignal,
    beforeCreating?: () => Promise<void>,
  ): Promise<EnsuredIssue | null>;
  /**
   * Reads an issue wherever it is now. Returns null if it was deleted, converted to a discussion, or hidden.
   * @param lastCommentId id of the last comment that was read before; 0 reads all
   */
  trackIssue(place: IssueLocation, lastCommentId: number, signal: AbortSignal): Promise<TrackedIssue | null>;
  /** Comments on an issue, unless a comment with this marker exists. */
  ensureComment(
    place: IssueLocation,
    wanted: WantedComment,
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<{ readonly url: string } | null>;
  /**
   * Opens or closes an issue, unless it is in that state already.
   * @returns whether it is in the wanted state; false in a dry run
   */
  setIssueState(place: IssueLocation, to: IssueState, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
  /**
   * Reads `.github/refrain.yml`, and whether the repository is public.
   * @throws {AppError} `conflict` if the file is invalid: then nothing may be written there
   */
  readSettings(repository: string, signal: AbortSignal): Promise<RepositorySettings>;
  /** Undoes a write. @returns whether it is undone; false in a dry run @throws {AppError} `conflict` if it was changed since */
  undo(place: string, request: UndoRequest, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
