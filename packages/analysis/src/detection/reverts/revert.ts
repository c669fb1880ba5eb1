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
  /** Pull request that brought it, where known. */
  readonly pr: number | null;
  /** Head branch of that pull request, where known. */
  readonly branch?: string | null;
  /** Title of that pull request, where known; the commit may bear another. */
  readonly pullTitle?: string | null;
  /** Its description, where known and not a part of the body. */
  readonly pullText?: string | null;
  readonly paths?: readonly string[];
}

/**
 * Whether a revert answers a failure, was planned, or says neither. A fault that reached only the project itself, such as a
 * wrong document or a change that its maintainers did not want, is a failure too.
 */
export type RevertVerdict = 'failure' | 'planned' | 'unclear';

/** A commit that takes back earlier ones. */
export interface Revert {
  readonly sha: string;
  /** Merges that brought it and are no reverts of their own. */
  readonly mergeShas: readonly string[];
  /** Full shas, in the order in which the message names them; empty where none could be found. */
  readonly revertedShas: readonly string[];
  readonly revertedPr: number | null;
  /** What it takes back is a revert itself, so that it puts something in again. */
  readonly isRevertOfRevert: boolean;
  /** False where it only took back work of its own branch, which had reached nobody. */
  readonly hasLanded: boolean;
  readonly verdict: RevertVerdict;
  /** Whether the verdict is `failure`. */
  readonly isFailure: boolean;
  /** In [0, 1]: how sure the verdict is. */
  readonly confidence: number;
  /** The words that decided, as they stand in the message. */
  readonly evidence: readonly string[];
}
