/**
 * Pairs of ranks, as shares of all points from the nearest on, through which lines are drawn. Most patterns are smaller
 * than the first share.
 */
const lines = [
  [0.2, 0.5],
  [0.35, 0.65],
  [0.5, 0.8],
] as const;
/**
 * Unrelated points that share a subject are nearer than chance predicts, so the expectation for the sixth stands for
 * the first.
 */
const backgroundRank = 6;
/** With fewer points, the background cannot be estimated. */
const minScores = 32;
const defaultProbability = 0.12;
const minProbability = 0.03;

/**
 * Estimates how near the nearest unrelated point would be by chance. Similarity decreases with the logarithm of the
 * rank, so a line through two shares of all points that are almost certainly unrelated is extrapolated to the first
 * ranks. Shares are used instead of ranks because a pattern may have hundreds of members in a long history. A line
 * through members of a large pattern would be too high, so the lowest of three is used.
 * @param scores of a point to a sample of all points, highest first
 * @param size the number of points
 * @returns at least 0.03
 */
export function expectNearest(scores: ArrayLike<number>, size: number): number {
  if (scores.length < minScores) return defaultProbability;
  const scoreAt = (share: number) => scores[Math.floor(share * scores.length)] as number;
  const expected = lines.map(([upper, lower]) => {
    const slope = (scoreAt(upper) - scoreAt(lower)) / Math.log(lower / upper);
    return scoreAt(upper) + slope * Math.log((upper * size) / backgroundRank);
  });
  return Math.max(minProbability, Math.min(...expected));
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
