/** The two ranks that define each line, as shares of all points. Most patterns have less than 0.2 of all points. */
const lines = [
  [0.2, 0.5],
  [0.35, 0.65],
  [0.5, 0.8],
] as const;
/** Lines are extrapolated to rank 6, not 1: unrelated points on one subject are more similar than chance explains. */
const backgroundRank = 6;
const minScores = 32;
const defaultProbability = 0.12;
const minProbability = 0.03;

/**
 * Estimates a point's similarity to its nearest unrelated point, at least 0.03. Similarity decreases with the logarithm
 * of the rank, so lines through the ranks of unrelated points are extrapolated to the top ranks. A line through points
 * of one large pattern would be too high, so the lowest of three lines is used.
 * @param scores similarities of one point to a sample of all points, highest first
 * @param size number of all points
 */
export function estimateBackgroundSimilarity(scores: ArrayLike<number>, size: number): number {
  if (scores.length < minScores) return defaultProbability;
  const scoreAt = (share: number) => scores[Math.floor(share * scores.length)] as number;
  const expected = lines.map(([upper, lower]) => {
    const slope = (scoreAt(upper) - scoreAt(lower)) / Math.log(lower / upper);
    return scoreAt(upper) + slope * Math.log((upper * size) / backgroundRank);
  });
  return Math.max(minProbability, Math.min(...expected));
}
