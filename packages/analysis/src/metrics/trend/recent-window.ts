import { dayInMs } from '@refrain/domain';

const [shortestDays, longestDays] = [28, 180];
const share = 1 / 4;

/**
 * Returns the start of the recent window, in ms: the last quarter of the observed time, at least four weeks and at most
 * half a year. Returns null if the time before would be shorter than the window.
 */
export function findRecentWindowStart(from: number, until: number): number | null {
  const length = until - from;
  const window = Math.min(longestDays * dayInMs, Math.max(shortestDays * dayInMs, length * share));
  return length < 2 * window ? null : until - window;
}
