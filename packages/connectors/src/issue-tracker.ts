import type { EnsuredIssue, ImprovementIssue } from '@refrain/domain';

/** Where improvements go. */
export interface IssueTracker {
  /**
   * Makes sure that the one issue with this marker exists and says what is wanted. Only Refrain's own section of the body
   * is written; title, state, labels and all other text belong to people once the issue exists.
   * An issue whose number is known is followed to where it is now, and never created again. Another is looked for by its
   * marker first. Safe to repeat. Two calls for one marker must not run at the same time.
   * @param beforeCreating is waited for immediately before an issue is created: from then on one may exist
   * @throws {AppError} also when the tracker cannot be asked whether the issue exists: then none is created;
   *   `not_found` when a known issue is gone, `conflict` when it is locked
   */
  ensureIssue(
    wanted: ImprovementIssue,
    signal: AbortSignal,
    beforeCreating?: () => Promise<void>,
  ): Promise<EnsuredIssue>;
}
