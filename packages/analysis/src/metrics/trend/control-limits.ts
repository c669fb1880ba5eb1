import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';

/** What a week's count may be where the rate is constant. Counts outside of [low, high] are a signal. */
export interface CountLimits {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Chance of a count up to this one. */
  cdf(count: number): number;
}

/** What lies beyond three deviations of a normal distribution, on one side. */
const tail = 0.00135;
/** From so many expected on three deviations are near enough. */
const large = 50;

/**
 * Three deviations on both sides of what is expected; for small counts, which are not symmetric, the counts beyond which as
 * little lies as beyond those: of a Poisson distribution, or of a negative binomial one where the counts vary more.
 * @param widening the deviation is so many times that of a Poisson distribution, at least 1
 */
export function limitCounts(expected: number, widening: number): CountLimits {
  if (expected >= large) {
    const deviation = widening * Math.sqrt(expected);
    return {
      expected,
      low: Math.max(0, expected - 3 * deviation),
      high: expected + 3 * deviation,
      // Half a count further, since counts are whole.
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
