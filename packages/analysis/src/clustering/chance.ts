/** Where the line through the scores is drawn: at these shares of all points, highest first. A pattern is rarer than the first. */
const upperShare = 0.2;
const lowerShare = 0.5;
/** The nearest strangers are nearer than chance alone explains, for they share a subject: the sixth is expected for the first. */
const strangerRank = 6;
/** In few points there are no strangers to be seen. */
const fewest = 32;
const chanceAmongFew = 0.12;
const leastChance = 0.03;

/**
 * How near the nearest strangers of a point would be by chance: nearness falls with the logarithm of the rank, and the line
 * through two shares of all points, which are no repetitions in all likelihood, is followed up to the first ranks. Shares and
 * not ranks: in a long history a pattern has hundreds of members, which would be taken for strangers of each other.
 * @param scores of a point to a sample of all points, highest first
 * @param size how many points there are
 * @returns at least 0.03
 */
export function expectNearest(scores: ArrayLike<number>, size: number): number {
  if (scores.length < fewest) return chanceAmongFew;
  const upper = scores[Math.floor(upperShare * scores.length)] as number;
  const lower = scores[Math.floor(lowerShare * scores.length)] as number;
  const slope = (upper - lower) / Math.log(lowerShare / upperShare);
  return Math.max(leastChance, upper + slope * Math.log((upperShare * size) / strangerRank));
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
