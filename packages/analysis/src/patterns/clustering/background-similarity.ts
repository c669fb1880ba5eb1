/** Pairs of ranks, each as a share of all points. Each pair gives a line through the scores at its two ranks. */
const lines = [
  [0.2, 0.5],
  [0.35, 0.65],
  [0.5, 0.8],
] as const;
/** Lines are extrapolated to this rank. Points that rank before it are similar because of a common subject. */
const backgroundRank = 6;
const minScores = 32;
const defaultProbability = 0.12;
const minProbability = 0.03;

/**
 * Estimates the similarity of a point to its nearest unrelated point, at least 0.03. Similarity decreases with the
 * logarithm of the rank. So a line through middle ranks, which belong to unrelated points, is extrapolated to the top
 * ranks. Points of a large pattern raise a line, so the lowest of three lines is used.
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
