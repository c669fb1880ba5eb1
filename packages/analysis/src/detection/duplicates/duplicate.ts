import type { Failure } from '@refrain/domain';

/** A failure that tells a second time of what another one tells. */
export interface Duplicate {
  readonly failureId: string;
  /** Its primary, which is no duplicate itself. */
  readonly duplicateOf: string;
}

/** One step towards the primary. */
export interface Match {
  readonly from: Failure;
  readonly to: Failure;
}
