import { hourInMs, secondInMs } from '@refrain/domain';
import type { GroupingPace } from '@refrain/store';

/** What takes no longer needs no rest: a few hundred failures, also on a machine that has other things to do. */
const promptMs = 2 * secondInMs;
/** Rests of the length of a regrouping, after each: it takes about a sixth of the time at most. */
const rests = 5;
/** A machine that slept, or a clock that was set, makes a regrouping look as if it had taken days. */
const longestMs = hourInMs;

/**
 * Milliseconds until a regrouping is due for what came in. Counted from the beginning of the last one, so that it holds while that
 * one runs, and after one that never ended.
 */
export function findRestMs({ begunMsAgo, tookMs }: GroupingPace): number {
  if (tookMs <= promptMs) return 0;
  const wholeMs = tookMs + rests * (tookMs - promptMs);
  return Math.ceil(Math.min(Math.max(wholeMs - begunMsAgo, 0), longestMs));
}
