import type { ChangeKind, FailureKind } from '@refrain/domain';

/** A change that is linked to the failure. */
export interface LinkedChange {
  readonly relation: 'caused_by' | 'resolved_by';
  readonly kind: ChangeKind;
  readonly title: string;
  readonly paths: readonly string[];
  /** Score of the link, in [0, 1]. */
  readonly score: number;
}

/** The input of `assessCause`. */
export interface CauseDocument {
  readonly title: string;
  readonly text: string;
  readonly kind?: FailureKind;
  /** Files that it changed or names. */
  readonly paths?: readonly string[];
  readonly changes?: readonly LinkedChange[];
}
