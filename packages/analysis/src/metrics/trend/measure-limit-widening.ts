export interface CountWithExpectation {
  readonly count: number;
  /** Above 0. */
  readonly expected: number;
}

/** Mean absolute difference of two values from one normal distribution, in standard deviations. */
const meanRange = 1.128;
/**
 * Variance of a standard deviation that is estimated from n ranges, times n (Cryer and Ryan, "The Estimation of Sigma
 * for an X Chart", 1990).
 */
const rangeVariance = 0.826;
const significant = 1.645;

/**
 * Returns the standard deviation of counts relative to a Poisson process (Laney's sigma z), or 1 if the excess is not
 * significant at 5 %. Uses differences of successive weeks, so a single change of the rate has little effect.
 * @param weeks in chronological order
 */
export function measureLimitWidening(weeks: readonly CountWithExpectation[]): number {
  const scores = weeks.map(({ count, expected }) => (count - expected) / Math.sqrt(expected));
  const ranges = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? 0)));
  if (ranges.length === 0) return 1;
  const sigma = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / meanRange;
  return sigma > 1 + significant * Math.sqrt(rangeVariance / ranges.length) ? sigma : 1;
}
