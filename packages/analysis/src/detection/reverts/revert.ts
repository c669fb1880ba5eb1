export interface CommitRecord {
  /** Repository as `owner/name`. */
  readonly repo: string;
  readonly sha: string;
  /** ISO 8601 with any offset. */
  readonly date: string;
  /** Shas of the parents, the first parent first. */
  readonly parents: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Number of the pull request that contains the commit, if known. */
  readonly pr: number | null;
  /** Head branch of the commit's pull request, if known. */
  readonly branch?: string | null;
  /** Title of the commit's pull request, if known; it may differ from the subject. */
  readonly pullTitle?: string | null;
  /** Description of the commit's pull request, if known and not repeated in the body. */
  readonly pullText?: string | null;
  readonly paths?: readonly string[];
}

/**
 * Why a change was reverted: because it failed, as planned, or for an unknown reason. `failure` includes changes that
 * only bothered the maintainers, such as a wrong document or an unwanted design.
 */
export type RevertVerdict = 'failure' | 'planned' | 'unclear';

export interface Revert {
  readonly sha: string;
  /** Shas of the merges that landed the revert and are called reverts too; they are not reported again. */
  readonly mergeShas: readonly string[];
  /** Full shas of the reverted commits in the order of the message; empty if unknown. */
  readonly revertedShas: readonly string[];
  readonly revertedPr: number | null;
  /** Whether the target is a revert itself, so that the original change is restored. */
  readonly isRevertOfRevert: boolean;
  /** False if the revert only undid unmerged work of its own branch. */
  readonly hasLanded: boolean;
  readonly verdict: RevertVerdict;
  readonly isFailure: boolean;
  /** Confidence in the verdict, from 0 to 1. */
  readonly confidence: number;
  /** Quotes from the message that decided the verdict. */
  readonly evidence: readonly string[];
}
