import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { lowerBound } from '../collections/lower-bound.ts';

const tail = 0.025;

/** Returns a distribution-free 95 % interval (David and Nagaraja 7.1). An end is null if too few values bound it. */
export function computeQuantileInterval(sorted: readonly number[], share: number) {
  const ranks = sorted.map((_, below) => below);
  const upTo = (below: number): number => binomialCdf(below, sorted.length, share);
  // The quantile lies below the low rank, and above the high rank, with probability at most 2.5 % each.
  const lowRank = lowerBound(ranks, (below) => upTo(below) <= tail);
  const highRank = lowerBound(ranks, (below) => upTo(below) < 1 - tail) + 1;
  return {
    low: lowRank === 0 ? null : (sorted[lowRank - 1] ?? null),
    high: sorted[highRank - 1] ?? null,
  };
}
