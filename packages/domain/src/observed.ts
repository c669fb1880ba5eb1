import { z } from 'zod';
import type { Cause, Trigger } from './cause.ts';
import type { FailureKind } from './failure.ts';
import { Instant } from './instant.ts';
import type { TimePrecision } from './time-precision.ts';

/** The part of an episode's data that statistics use: times and locations, without text and people. */
export interface ObservedEpisode {
  readonly id: string;
  readonly patternId: string | null;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** The distinct kinds of the episode's failures, in the order of `FailureKind`. */
  readonly kinds: readonly FailureKind[];
  readonly startedAt: Instant;
  readonly precision: TimePrecision;
  /** When the episode ended; null while a failure of the episode is open or if no end is known. */
  readonly endedAt: Instant | null;
  /**
   * The duration that the texts of incidents state, or else the hours during which at least one incident was open, without false
   * alarms; null if neither is known, if all incidents were false alarms, and without an incident.
   */
  readonly hours: number | null;
  /** Service names, most frequently mentioned first. */
  readonly services: readonly string[];
  readonly repositories: readonly string[];
  readonly environments: readonly string[];
  /** The file paths of the change that caused the episode. If no such change is known, the file paths of the failures. */
  readonly paths: readonly string[];
  /** The ids of the failures, sorted by time. */
  readonly failureIds: readonly string[];
}

/** The part of a change's data that statistics use. Each change is an opportunity for the system to fail. */
export interface ObservedChange {
  readonly id: string;
  readonly at: Instant;
  readonly repository: string;
  readonly environment: string | null;
  readonly services: readonly string[];
}

export interface ChangeWithPaths extends ObservedChange {
  /** The paths of the files that the change, or its deployed commit, changed. Empty if they are unknown. */
  readonly paths: readonly string[];
}

/** The period that statistics cover, from `from` (inclusive) to `until` (exclusive). */
export const ObservedPeriod = z.object({ from: Instant, until: Instant }).readonly();
export type ObservedPeriod = z.infer<typeof ObservedPeriod>;
