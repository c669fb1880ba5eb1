import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';

/** Range of a week's count at a constant rate. A count outside [low, high] is a signal. */
export interface ControlLimits {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Returns the probability of at most `count` episodes. */
  cdf(count: number): number;
}

/** Probability beyond three standard deviations of a normal distribution, on one side. */
const tail = 0.00135;
/** For expected counts of at least this, the normal approximation is accurate enough. */
const large = 50;

/**
 * Computes three-sigma limits. Small counts are asymmetric, so their limits are Poisson or negative binomial quantiles
 * with the same tail probability.
 * @param widening standard deviation of the counts divided by that of a Poisson distribution, at least 1
 */
export function computeControlLimits(expected: number, widening: number): ControlLimits {
  if (expected >= large) {
    const deviation = widening * Math.sqrt(expected);
    return {
      expected,
      low: Math.max(0, expected - 3 * deviation),
      high: expected + 3 * deviation,
      // Adds one half as continuity correction.
      cdf: (count) => normalCdf(Math.floor(count) + 0.5, expected, deviation),
    };
  }
  const dispersion = widening ** 2;
  const cdf = (count: number): number => {
    if (count < 0) return 0;
    return dispersion <= 1 + 1e-9
      ? poissonCdf(Math.floor(count), expected)
      : negativeBinomialCdf(Math.floor(count), expected / (dispersion - 1), 1 / dispersion);
  };
  let low = 0;
  while (cdf(low) <= tail) low += 1;
  let high = Math.floor(expected);
  while (1 - cdf(high) > tail) high += 1;
  return { expected, low, high, cdf };
}
