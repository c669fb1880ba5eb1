import type { Cause, Trigger } from './cause.ts';
import type { FailureKind } from './failure.ts';
import type { Instant } from './instant.ts';
import type { TimePrecision } from './time-precision.ts';

/** One event as the statistics see it: when, where, how long. It holds no text and no person. */
export interface ObservedEpisode {
  readonly id: string;
  /** Null where it is like no other. */
  readonly patternId: string | null;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** The kinds of its failures, each once, in the order of `FailureKind`. */
  readonly kinds: readonly FailureKind[];
  /** Start of its earliest failure. */
  readonly startedAt: Instant;
  /** How precise `startedAt` is. */
  readonly precision: TimePrecision;
  /** End of its last failure; null while one of those that tell an end is open, and where none tells. */
  readonly endedAt: Instant | null;
  /** Hours in which at least one of its incidents or failed deployments was on; null where no end is known. */
  readonly hours: number | null;
  /** Names of services, most named first. */
  readonly services: readonly string[];
  /** `owner/name`. */
  readonly repositories: readonly string[];
  readonly environments: readonly string[];
  /** Of the change that caused it where that is linked, else of its failures. */
  readonly paths: readonly string[];
  /** Ids of its failures, by time. */
  readonly failureIds: readonly string[];
}

/** One occasion on which the system could have failed: something was changed. */
export interface ObservedChange {
  readonly id: string;
  readonly at: Instant;
  readonly repository: string;
  readonly environment: string | null;
  /** Services that the repository is known to run. */
  readonly services: readonly string[];
}

/** With the files that were changed; of a deployment those of the commit that was deployed. Empty where they are not known. */
export interface ChangeWithPaths extends ObservedChange {
  readonly paths: readonly string[];
}

/** What was looked at: statistics count what happened from `from` (inclusive) up to `until` (exclusive). */
export interface ObservedPeriod {
  readonly from: Instant;
  readonly until: Instant;
}
