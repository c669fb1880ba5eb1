import type { ChangeKind, FailureKind } from '@refrain/domain';

export interface LinkedChange {
  readonly relation: 'caused_by' | 'resolved_by';
  readonly kind: ChangeKind;
  readonly title: string;
  readonly paths: readonly string[];
  /** Confidence in the link, in [0, 1]. */
  readonly score: number;
}

export interface CauseAssessmentInput {
  readonly title: string;
  readonly text: string;
  readonly kind?: FailureKind;
  /** Files that the failure's text names, or that the reverted change touched. */
  readonly paths?: readonly string[];
  readonly changes?: readonly LinkedChange[];
  /** Whether the same commit was deployed successfully afterwards */
  readonly isRetried?: boolean;
}
