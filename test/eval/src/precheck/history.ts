import type { PrecheckHistory } from '@refrain/analysis/evaluation';

/** A change under test. */
export interface Tested {
  readonly id: string;
  /** In ms since 1970. */
  readonly at: number;
  /** Whether it was reverted, by the truth. */
  readonly hasFailed: boolean;
  /** Whether it reapplies a reverted change: a revert of a revert, or a change with the title of a reverted one. */
  readonly isReland: boolean;
  /** Whether it only bumps a version, as bots do. */
  readonly isVersionBump: boolean;
}

export interface TestedHistory {
  readonly name: string;
  readonly past: PrecheckHistory;
  /** Oldest first. */
  readonly tested: readonly Tested[];
}
