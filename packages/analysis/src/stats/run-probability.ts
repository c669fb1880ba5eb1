/** Probabilities that a point lies above or below the centre line. The rest is the probability of lying on it. */
export interface CentreLineSideProbabilities {
  readonly above: number;
  readonly below: number;
}

/** Returns the exact probability that a chart contains a run of `length` points on one side of the centre line. */
export function probabilityOfRunOnOneSide(points: readonly CentreLineSideProbabilities[], length: number): number {
  // At index n: the probability that no run is complete yet and that exactly the latest n points are above (or below)
  // the centre line.
  let above = new Array<number>(length).fill(0);
  let below = new Array<number>(length).fill(0);
  let none = 1;
  let found = 0;
  for (const point of points) {
    const all = none + sum(above) + sum(below);
    const [upward, downward] = [all - sum(above), all - sum(below)];
    found += (above[length - 1] ?? 0) * point.above + (below[length - 1] ?? 0) * point.below;
    above = above.map((_, count) => (count === 1 ? upward : (above[count - 1] ?? 0)) * point.above);
    below = below.map((_, count) => (count === 1 ? downward : (below[count - 1] ?? 0)) * point.below);
    none = all * Math.max(0, 1 - point.above - point.below);
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
