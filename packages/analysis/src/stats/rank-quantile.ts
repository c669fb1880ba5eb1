import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { lowerBound } from '../collections/lower-bound.ts';

const tail = 0.025;

/**
 * A 95 % interval of a quantile from the durations themselves, whatever their distribution: how many of them are below it is
 * binomial (David and Nagaraja, "Order Statistics", 7.1).
 * @param sorted rising
 * @param share of those that are below the quantile, in (0, 1)
 * @returns null for an end that so few do not bound
 */
export function rankQuantile(
  sorted: readonly number[],
  share: number,
): { readonly low: number | null; readonly high: number | null } {
  const ranks = sorted.map((_, below) => below);
  const upTo = (below: number): number => binomialCdf(below, sorted.length, share);
  // The largest rank below which the quantile lies with a chance of at most 2.5 %, and the smallest above which it does.
  const lowRank = lowerBound(ranks, (below) => upTo(below) <= tail);
  const highRank = lowerBound(ranks, (below) => upTo(below) < 1 - tail) + 1;
  return {
    low: lowRank === 0 ? null : (sorted[lowRank - 1] ?? null),
    high: sorted[highRank - 1] ?? null,
  };
}
