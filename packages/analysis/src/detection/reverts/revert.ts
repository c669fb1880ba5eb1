/** A commit as the detector needs it; `subject` and `body` are the two parts of its message. */
export interface CommitRecord {
  /** `owner/name`. */
  readonly repo: string;
  readonly sha: string;
  /** ISO 8601 with any offset. */
  readonly date: string;
  /** First parent first. */
  readonly parents: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Number of the pull request that brought it, if known. */
  readonly pr: number | null;
  /** Head branch of that pull request, if known. */
  readonly branch?: string | null;
  /** Title of that pull request, if known; it may differ from the subject. */
  readonly pullTitle?: string | null;
  /** Description of that pull request, if known and not a part of the body. */
  readonly pullText?: string | null;
  readonly paths?: readonly string[];
}

/**
 * Whether a revert answers a failure, was planned, or shows neither. A fault that affected only the project itself,
 * such as a wrong document or a change that its maintainers did not want, is a failure too.
 */
export type RevertVerdict = 'failure' | 'planned' | 'unclear';

/** A commit that reverts earlier ones. */
export interface Revert {
  readonly sha: string;
  /** Shas of merges that brought it and are not reverts of their own. */
  readonly mergeShas: readonly string[];
  /** Full shas, in the order of the message; empty if none was found. */
  readonly revertedShas: readonly string[];
  readonly revertedPr: number | null;
  /** Whether it reverts a revert, so that it restores a change. */
  readonly isRevertOfRevert: boolean;
  /** False if it only reverted unmerged work of its own branch. */
  readonly hasLanded: boolean;
  readonly verdict: RevertVerdict;
  /** Whether the verdict is `failure`. */
  readonly isFailure: boolean;
  /** Confidence of the verdict, in [0, 1]. */
  readonly confidence: number;
  /** The words that decided, as the message has them. */
  readonly evidence: readonly string[];
}
