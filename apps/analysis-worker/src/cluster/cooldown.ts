import { hourInMs, secondInMs } from '@refrain/domain';
import type { ClusterRunTiming } from '@refrain/store';

/** A clustering that is faster than this needs no cooldown: a few hundred failures, even on a busy machine. */
const defaultPromptMs = 4 * secondInMs;
/** The cooldown lasts this many times as long as the clustering, which then takes about a sixth of the time at most. */
const cooldownFactor = 5;
/** Limits the cooldown and the measured duration: suspend makes a clustering look days long. */
const maxMs = hourInMs;
/** Start times are stored with a precision of one millisecond. */
const roundingMs = 1;

/**
 * Returns the milliseconds until the next clustering of new input. The cooldown counts from the start of the last clustering,
 * so that it also holds while that one runs, or if it never ended. A start in the future means that the clock was set back,
 * so there is no cooldown.
 * @param promptMs the longest clustering that needs no cooldown
 */
export function findCooldownMs({ begunMsAgo, tookMs }: ClusterRunTiming, promptMs = defaultPromptMs): number {
  if (tookMs <= promptMs || begunMsAgo < -roundingMs) return 0;
  const wholeMs = Math.min(tookMs, maxMs) + Math.min(cooldownFactor * (tookMs - promptMs), maxMs);
  return Math.ceil(Math.min(Math.max(wholeMs - begunMsAgo, 0), maxMs));
}
