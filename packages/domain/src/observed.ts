import type { Cause, Trigger } from './cause.ts';
import type { FailureKind } from './failure.ts';
import type { Instant } from './instant.ts';
import type { TimePrecision } from './time-precision.ts';

/** An episode as the statistics see it: time, location and duration. It contains no text and no person. */
export interface ObservedEpisode {
  readonly id: string;
  /** Null if it belongs to no pattern. */
  readonly patternId: string | null;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** The distinct kinds of its failures, in the order of `FailureKind`. */
  readonly kinds: readonly FailureKind[];
  /** The start of its earliest failure. */
  readonly startedAt: Instant;
  /** The precision of `startedAt`. */
  readonly precision: TimePrecision;
  /** The end of its last failure; null while a failure with a known state is open, and if no end is known. */
  readonly endedAt: Instant | null;
  /** The hours in which at least one of its incidents or failed deployments was open; null if no end is known. */
  readonly hours: number | null;
  /** The names of services, most mentioned first. */
  readonly services: readonly string[];
  /** As `owner/name`. */
  readonly repositories: readonly string[];
  readonly environments: readonly string[];
  /** The paths of the linked causing change, otherwise of its failures. */
  readonly paths: readonly string[];
  /** The ids of its failures, sorted by time. */
  readonly failureIds: readonly string[];
}

/** A change, as an opportunity for the system to fail. */
export interface ObservedChange {
  readonly id: string;
  readonly at: Instant;
  readonly repository: string;
  readonly environment: string | null;
  /** The services that are known to run from the repository. */
  readonly services: readonly string[];
}

/** A change with its changed files; a deployment has those of the deployed commit. Empty if they are unknown. */
export interface ChangeWithPaths extends ObservedChange {
  readonly paths: readonly string[];
}

/** The observed period: statistics count from `from` (inclusive) up to `until` (exclusive). */
export interface ObservedPeriod {
  readonly from: Instant;
  readonly until: Instant;
}
