import type { Failure } from '@refrain/domain';

/** A failure that describes the same event as another one. */
export interface Duplicate {
  readonly failureId: string;
  /** Id of the primary, which is never a duplicate itself. */
  readonly duplicateOf: string;
}

/** States that `from` is a duplicate of `to`; `to` may be a duplicate too. */
export interface Match {
  readonly from: Failure;
  readonly to: Failure;
}
