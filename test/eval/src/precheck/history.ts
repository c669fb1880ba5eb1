import type { PrecheckPast } from '@refrain/analysis/evaluation';

/** A change that the check is tried on. */
export interface Tested {
  readonly id: string;
  /** In ms since 1970. */
  readonly at: number;
  /** By the truth that is scored against. */
  readonly hasFailed: boolean;
  /** It puts in again what had been taken out: a revert of a revert, or the title of a change that was reverted before it. */
  readonly isReland: boolean;
  /** It only moves a version, as bots do every day. */
  readonly isVersionBump: boolean;
}

export interface TestedHistory {
  readonly name: string;
  readonly past: PrecheckPast;
  /** Oldest first. */
  readonly tested: readonly Tested[];
}
