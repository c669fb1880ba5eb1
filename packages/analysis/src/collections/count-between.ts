import { lowerBound } from './lower-bound.ts';

/** How many of the sorted times are in [from, until). */
export function countBetween(times: readonly number[], from: number, until: number): number {
  return lowerBound(times, (time) => time < until) - lowerBound(times, (time) => time < from);
}
