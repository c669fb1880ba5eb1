/** A week's count, and what was expected of it. */
export interface ExpectedCount {
  readonly count: number;
  /** Above 0. */
  readonly expected: number;
}

/** The mean range of two normal values, in deviations. */
const meanRange = 1.128;
/** Variance of a deviation that is measured by ranges, times their number (Cryer and Ryan, "The Estimation of Sigma for an X Chart", 1990). */
const rangeVariance = 0.826;
const significant = 1.645;

/**
 * How many times the deviation of a Poisson process the counts have: Laney's sigma z, by the ranges from one week to the next,
 * so that a rate that changed once does not hide itself. 1 where it is not significantly more at 5 %.
 * @param weeks by time
 */
export function measureWidening(weeks: readonly ExpectedCount[]): number {
  const scores = weeks.map(({ count, expected }) => (count - expected) / Math.sqrt(expected));
  const ranges = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? 0)));
  if (ranges.length === 0) return 1;
  const sigma = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / meanRange;
  return sigma > 1 + significant * Math.sqrt(rangeVariance / ranges.length) ? sigma : 1;
}
