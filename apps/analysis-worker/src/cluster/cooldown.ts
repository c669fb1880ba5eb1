import { hourInMs, secondInMs } from '@refrain/domain';
import type { ClusterRunTiming } from '@refrain/store';

/** Clusterings up to this duration need no cooldown. Clustering a few hundred failures takes less, even on a busy machine. */
const defaultPromptMs = 4 * secondInMs;
/** The cooldown is this many times as long as the clustering, so that clustering takes at most about a sixth of the time. */
const cooldownFactor = 5;
/** Upper limit of the cooldown and of a clustering's duration, because the machine may be suspended for days. */
const maxMs = hourInMs;
/** Start times are rounded to milliseconds, so a new clustering may seem to start up to 1 millisecond in the future. */
const roundingMs = 1;

/**
 * Returns the milliseconds until the next clustering of new input. The cooldown counts from the start of the last clustering, so
 * the cooldown also applies if that clustering still runs or never ended. A start in the future means that the clock was set back:
 * then there is no cooldown.
 */
export function findRemainingCooldownMs({ begunMsAgo, tookMs }: ClusterRunTiming, promptMs = defaultPromptMs): number {
  if (tookMs <= promptMs || begunMsAgo < -roundingMs) return 0;
  const wholeMs = Math.min(tookMs, maxMs) + Math.min(cooldownFactor * (tookMs - promptMs), maxMs);
  return Math.ceil(Math.min(Math.max(wholeMs - begunMsAgo, 0), maxMs));
}
