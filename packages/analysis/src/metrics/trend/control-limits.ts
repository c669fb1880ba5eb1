import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';

/** Range of a week's count at a constant rate. A count outside [low, high] is a signal. */
export interface ControlLimits {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  cdf(count: number): number;
}

/** Probability beyond three standard deviations of a normal distribution, on one side. */
const tail = 0.00135;
/** For expected counts of at least this, the normal approximation is accurate enough. */
const large = 50;

/**
 * Computes three-sigma limits. For small counts, uses the quantiles of a Poisson or negative binomial distribution with
 * the same tail probability.
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

interface CountWithExpectation {
  readonly count: number;
  /** Above 0. */
  readonly expected: number;
}

/** Mean absolute difference of two values from one normal distribution, in standard deviations. */
const meanRange = 1.128;
/** Variance of a standard deviation that is estimated from n ranges, times n (Cryer and Ryan, 1990). */
const rangeVariance = 0.826;
const significant = 1.645;

/**
 * Returns the standard deviation of counts relative to a Poisson process (Laney's sigma z), or 1 if not significant.
 * Uses differences of successive weeks, on which a single change of the rate has little effect.
 */
export function measureControlLimitWidening(weeks: readonly CountWithExpectation[]): number {
  const scores = weeks.map(({ count, expected }) => (count - expected) / Math.sqrt(expected));
  const ranges = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? 0)));
  if (ranges.length === 0) return 1;
  const sigma = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / meanRange;
  return sigma > 1 + significant * Math.sqrt(rangeVariance / ranges.length) ? sigma : 1;
}
