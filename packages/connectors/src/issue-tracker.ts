import type {
  EnsuredIssue,
  ImprovementIssue,
  IssuePlace,
  IssueState,
  TrackedIssue,
  UndoRequest,
  WriteReason,
} from '@refrain/domain';

/** What a repository's own file says of what Refrain may do there. */
export interface RepositorySettings {
  /** Whether issues may be opened; null where it does not say. */
  readonly issues: boolean | null;
  /** Whether pull requests may be checked; null where it does not say. */
  readonly checks: boolean | null;
  /** Everybody can read what is written there. */
  readonly isPublic: boolean;
}

/** Something said below an issue. `marker` is unique to it and stands in it as a hidden comment. */
export interface WantedComment {
  readonly marker: string;
  /** Markdown, without the marker. */
  readonly body: string;
}

/** Where improvements go. Every write passes the log; in a dry run nothing is written, and null is answered. */
export interface IssueTracker {
  /**
   * Makes sure that the one issue with this marker exists and says what is wanted. Only Refrain's own section of the body
   * is written, and boxes that people ticked in it stay ticked; title, state, labels and all other text belong to people
   * once the issue exists. An issue whose number is known is followed to where it is now, and never created again. Another
   * is looked for by its marker first. Safe to repeat. Two calls for one marker must not run at the same time.
   * @param beforeCreating is waited for immediately before an issue is created: from then on one may exist
   * @throws {AppError} also when the tracker cannot be asked whether the issue exists: then none is created;
   *   `not_found` when a known issue is gone, `conflict` when it is locked
   */
  ensureIssue(
    wanted: ImprovementIssue,
    reason: WriteReason,
    signal: AbortSignal,
    beforeCreating?: () => Promise<void>,
  ): Promise<EnsuredIssue | null>;
  /**
   * An issue as people made it, wherever it is now. Null where it is gone: deleted, made a discussion, or hidden.
   * @param lastCommentId of the comments that were read before; 0 reads all
   */
  trackIssue(place: IssuePlace, lastCommentId: number, signal: AbortSignal): Promise<TrackedIssue | null>;
  /** Says something below an issue, once: a comment with this marker that is there already is left as it is. */
  ensureComment(
    place: IssuePlace,
    wanted: WantedComment,
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<{ readonly url: string } | null>;
  /**
   * Opens or closes it; one that is so already is left alone.
   * @returns whether it is so now: it is not in a dry run
   */
  turnIssue(place: IssuePlace, to: IssueState, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
  /**
   * What `.github/refrain.yml` says, and whether everybody can read there.
   * @throws {AppError} `conflict` when it cannot be read: then nothing may be done there
   */
  readSettings(repository: string, signal: AbortSignal): Promise<RepositorySettings>;
  /** Takes a write back. @returns whether it is; not in a dry run @throws {AppError} `conflict` where what was written has been changed since */
  undo(place: string, request: UndoRequest, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
