import type { EnsuredIssue, ImprovementIssue } from '@refrain/domain';

/** Where improvements go. */
export interface IssueTracker {
  /**
   * Makes sure that the one issue with this marker exists and says what is wanted. Only Refrain's own section of the body
   * is written; title, state, labels and all other text belong to people once the issue exists.
   * Safe to repeat. Two calls for one marker must not run at the same time.
   * @throws {AppError} also when the tracker cannot be asked whether the issue exists: then none is created
   */
  ensureIssue(wanted: ImprovementIssue, signal: AbortSignal): Promise<EnsuredIssue>;
}
