import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

const tail = 0.025;

/**
 * Estimates the share `count` / `all`, where `all` is at least 1, with the exact 95 % interval of Clopper and Pearson
 * ("The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial", 1934).
 */
export function estimateShare(
  count: number,
  all: number,
): { readonly value: number; readonly low: number; readonly high: number } {
  return {
    value: count / all,
    low: count === 0 ? 0 : betaQuantile(tail, count, all - count + 1),
    high: count === all ? 1 : betaQuantile(1 - tail, count + 1, all - count),
  };
}
