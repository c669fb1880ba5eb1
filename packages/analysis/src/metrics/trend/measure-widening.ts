/** A week's count and its expectation. */
export interface ExpectedCount {
  readonly count: number;
  /** Above 0. */
  readonly expected: number;
}

/** The mean range of two normal values, in standard deviations. */
const meanRange = 1.128;
/**
 * The variance of a standard deviation estimated from ranges, times their number (Cryer and Ryan, "The Estimation of
 * Sigma for an X Chart", 1990).
 */
const rangeVariance = 0.826;
const significant = 1.645;

/**
 * Returns the standard deviation of the counts relative to a Poisson process: Laney's sigma z from the differences
 * between successive weeks, so that a single change of the rate does not hide itself. Returns 1 if the excess is not
 * significant at 5 %.
 * @param weeks in chronological order
 */
export function measureWidening(weeks: readonly ExpectedCount[]): number {
  const scores = weeks.map(({ count, expected }) => (count - expected) / Math.sqrt(expected));
  const ranges = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? 0)));
  if (ranges.length === 0) return 1;
  const sigma = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / meanRange;
  return sigma > 1 + significant * Math.sqrt(rangeVariance / ranges.length) ? sigma : 1;
}
