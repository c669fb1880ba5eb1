/** The clearest change of a rate: from the position on it is another. */
export interface Change {
  /** In (0, 1), as a share of the exposure. */
  readonly at: number;
  /** Events before it. */
  readonly before: number;
  /** Twice the logarithm of the likelihood ratio of two rates to one. */
  readonly statistic: number;
}

/**
 * Twice the log-likelihood ratio of two rates to one, for a Poisson process with `before` of `all` events in the first
 * `share` of the exposure.
 */
export function likelihoodRatio(before: number, all: number, share: number): number {
  const after = all - before;
  const left = before === 0 ? 0 : before * Math.log(before / (all * share));
  const right = after === 0 ? 0 : after * Math.log(after / (all * (1 - share)));
  return 2 * (left + right);
}

/**
 * The most likely moment of a change. Between two events the ratio is convex, so the best is next to an event or at an edge.
 * @param positions of the events as shares of the exposure before them, rising, in [0, 1]
 * @param edge no change is looked for in the first and the last such share, in (0, 0.5)
 * @returns null where there is no event
 */
export function scanForChange(positions: readonly number[], edge: number): Change | null {
  const all = positions.length;
  if (all === 0) return null;
  let best: Change | null = null;
  const look = (at: number, before: number): void => {
    const statistic = likelihoodRatio(before, all, at);
    if (best === null || statistic > best.statistic) best = { at, before, statistic };
  };
  const first = positions.filter((position) => position < edge).length;
  look(edge, first);
  let index = first;
  for (; index < all && (positions[index] ?? 1) <= 1 - edge; index += 1) {
    const at = positions[index] ?? 1;
    look(at, index);
    look(at, index + 1);
  }
  look(1 - edge, index);
  return best;
}
