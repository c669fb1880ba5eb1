export interface RateChange {
  /** Position of the change, as a share of the exposure in (0, 1). */
  readonly at: number;
  readonly before: number;
  /** Twice the log-likelihood ratio of two rates against one constant rate. */
  readonly statistic: number;
}

/**
 * Returns twice the log-likelihood ratio of two rates against one constant rate, for a Poisson process with `before` of
 * `all` events in the first `share` of the exposure.
 */
export function likelihoodRatioOfRateChange(before: number, all: number, share: number): number {
  const after = all - before;
  const left = before === 0 ? 0 : before * Math.log(before / (all * share));
  const right = after === 0 ? 0 : after * Math.log(after / (all * (1 - share)));
  return 2 * (left + right);
}

/**
 * Finds the most likely change of a rate. The likelihood ratio is convex between events, so only positions next to
 * events and at the edges are tried.
 * @param positions positions of the events as shares of the exposure, ascending, in [0, 1]
 * @param edge share of the exposure at each end that is not searched, in (0, 0.5)
 */
export function scanForRateChange(positions: readonly number[], edge: number): RateChange | null {
  const all = positions.length;
  if (all === 0) return null;
  let best: RateChange | null = null;
  const consider = (at: number, before: number): void => {
    const statistic = likelihoodRatioOfRateChange(before, all, at);
    if (best === null || statistic > best.statistic) best = { at, before, statistic };
  };
  const first = positions.filter((position) => position < edge).length;
  consider(edge, first);
  let index = first;
  for (; index < all && (positions[index] ?? 1) <= 1 - edge; index += 1) {
    const at = positions[index] ?? 1;
    consider(at, index);
    consider(at, index + 1);
  }
  consider(1 - edge, index);
  return best;
}
