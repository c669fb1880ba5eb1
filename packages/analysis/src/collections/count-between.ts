import { lowerBound } from './lower-bound.ts';

/** Counts the sorted times in [from, until). */
export function countBetween(times: readonly number[], from: number, until: number): number {
  return lowerBound(times, (time) => time < until) - lowerBound(times, (time) => time < from);
}
