import { hourInMs, secondInMs } from '@refrain/domain';
import type { GroupingPace } from '@refrain/store';

/** What takes no longer needs no rest: a few hundred failures, also on a machine that has other things to do. */
const defaultPromptMs = 4 * secondInMs;
/** Rests of the length of a regrouping, after each: it takes about a sixth of the time at most. */
const rests = 5;
/** Of a rest, and of what a regrouping is believed to have taken: a machine that slept makes it look as if that were days. */
const longestMs = hourInMs;
/** When one began is kept to the millisecond. */
const roundingMs = 1;

/**
 * Milliseconds until a regrouping is due for what came in. Counted from the beginning of the last one, so that it holds while that
 * one runs, and after one that never ended. One that is yet to begin tells of a clock that was set back, and of no rest.
 * @param promptMs the longest regrouping that needs no rest
 */
export function findRestMs({ begunMsAgo, tookMs }: GroupingPace, promptMs = defaultPromptMs): number {
  if (tookMs <= promptMs || begunMsAgo < -roundingMs) return 0;
  const wholeMs = Math.min(tookMs, longestMs) + Math.min(rests * (tookMs - promptMs), longestMs);
  return Math.ceil(Math.min(Math.max(wholeMs - begunMsAgo, 0), longestMs));
}
