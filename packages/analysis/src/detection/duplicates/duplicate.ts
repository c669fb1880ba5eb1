import type { Failure } from '@refrain/domain';

/** A failure that describes the same event as another one. */
export interface Duplicate {
  readonly failureId: string;
  /** Id of the primary, which is not a duplicate itself. */
  readonly duplicateOf: string;
}

/** One step towards the primary. */
export interface Match {
  readonly from: Failure;
  readonly to: Failure;
}
