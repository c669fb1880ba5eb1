import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { lowerBound } from '../collections/lower-bound.ts';

const tail = 0.025;

/**
 * Returns a distribution-free 95 % interval of a quantile: the number of durations below the quantile is binomial
 * (David and Nagaraja, "Order Statistics", 7.1).
 * @param sorted ascending
 * @param share of the durations below the quantile, in (0, 1)
 * @returns null for an end that too few durations leave unbounded
 */
export function rankQuantile(
  sorted: readonly number[],
  share: number,
): { readonly low: number | null; readonly high: number | null } {
  const ranks = sorted.map((_, below) => below);
  const upTo = (below: number): number => binomialCdf(below, sorted.length, share);
  // The largest rank that the quantile lies below with probability at most 2.5 %, and the smallest that it lies
  // above.
  const lowRank = lowerBound(ranks, (below) => upTo(below) <= tail);
  const highRank = lowerBound(ranks, (below) => upTo(below) < 1 - tail) + 1;
  return {
    low: lowRank === 0 ? null : (sorted[lowRank - 1] ?? null),
    high: sorted[highRank - 1] ?? null,
  };
}
