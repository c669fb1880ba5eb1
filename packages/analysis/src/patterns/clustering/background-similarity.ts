/** Where lines through the scores are drawn: at these shares of all points, highest first. A pattern is mostly rarer than the first. */
const lines = [
  [0.2, 0.5],
  [0.35, 0.65],
  [0.5, 0.8],
] as const;
/** The nearest strangers are nearer than chance alone explains, for they share a subject: the sixth is expected for the first. */
const backgroundRank = 6;
/** In few points there are no strangers to be seen. */
const fewest = 32;
const expectedAmongFew = 0.12;
const minProbability = 0.03;

/**
 * How near the nearest strangers of a point would be by chance: nearness falls with the logarithm of the rank, and the line
 * through two shares of all points, which are no repetitions in all likelihood, is followed up to the first ranks. Shares and
 * not ranks: in a long history a pattern has hundreds of members, which would be taken for strangers of each other. A line
 * that goes through the members of a large pattern is too high, so the lowest of three counts.
 * @param scores of a point to a sample of all points, highest first
 * @param size how many points there are
 * @returns at least 0.03
 */
export function expectNearest(scores: ArrayLike<number>, size: number): number {
  if (scores.length < fewest) return expectedAmongFew;
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
