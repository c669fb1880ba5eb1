import type { PrecheckHistory } from '@refrain/analysis/evaluation';

export interface TestedChange {
  readonly id: string;
  readonly at: number;
  /** Whether the change was reverted, according to the truth. */
  readonly hasFailed: boolean;
  /** Whether the change reapplies a reverted one: a revert of a revert, or a change with the title of a reverted one. */
  readonly isReland: boolean;
  /** Whether the change only bumps a version. */
  readonly isVersionBump: boolean;
}

export interface TestedHistory {
  readonly name: string;
  readonly past: PrecheckHistory;
  readonly tested: readonly TestedChange[];
}
