import type { Failure } from '@refrain/domain';

/** A failure that describes the same event as another failure, its primary. */
export interface DuplicateFailure {
  readonly failureId: string;
  /** Id of the primary, which is not a duplicate itself. */
  readonly duplicateOf: string;
}

/** States that the failure `from` is a duplicate of `to`, which may be a duplicate of a further failure. */
export interface DuplicateMatch {
  readonly from: Failure;
  readonly to: Failure;
}
