export interface CommitRecord {
  /** Repository as `owner/name`. */
  readonly repo: string;
  readonly sha: string;
  /** Time of the commit in ISO 8601, with any UTC offset. */
  readonly date: string;
  /** Shas of the parents, the first parent first. */
  readonly parents: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Number of the pull request that contains the commit; null if unknown. */
  readonly pr: number | null;
  /** Head branch of the pull request that contains the commit; null if unknown. */
  readonly branch?: string | null;
  /** Title of the pull request that contains the commit, which may differ from `subject`; null if unknown. */
  readonly pullTitle?: string | null;
  /** Description of the pull request that contains the commit; null if it is unknown or is part of `body`. */
  readonly pullText?: string | null;
  readonly paths?: readonly string[];
}

/** `failure` includes changes with which only the maintainers were dissatisfied, such as an unwanted design. */
export type RevertVerdict = 'failure' | 'planned' | 'unclear';

export interface Revert {
  readonly sha: string;
  /** Shas of the merge commits that contain the revert and are called reverts too. They are not reported separately. */
  readonly mergeShas: readonly string[];
  /** Full shas of the reverted commits, in the order in which the message names them; empty if unknown. */
  readonly revertedShas: readonly string[];
  readonly revertedPr: number | null;
  /** Whether the reverted change is itself a revert, so that the original change is restored. */
  readonly isRevertOfRevert: boolean;
  /** False if the revert only undid commits of its own branch before that branch was merged. */
  readonly hasLanded: boolean;
  readonly verdict: RevertVerdict;
  readonly isFailure: boolean;
  /** Confidence in the verdict, from 0 to 1. */
  readonly confidence: number;
  /** Words that decided the verdict, quoted from the message. */
  readonly evidence: readonly string[];
}
