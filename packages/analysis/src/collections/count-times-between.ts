import { lowerBound } from './lower-bound.ts';

/** Counts the times in [from, until) of a list in ascending order. */
export function countTimesBetween(times: readonly number[], from: number, until: number): number {
  return lowerBound(times, (time) => time < until) - lowerBound(times, (time) => time < from);
}
