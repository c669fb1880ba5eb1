/** Neighbours that are strangers in all likelihood, by their rank. */
const firstStranger = 20;
const lastStranger = 80;
/** In few points there are no strangers to be seen. */
const fewest = 12;
const leastChance = 0.12;

/**
 * How near the nearest of so many strangers would be by chance: nearness falls with the logarithm of the rank, and the line
 * through the ranks where no repetition is left is followed up to the first.
 * @param scores of a point's neighbours, highest first
 * @returns at least 0.12
 */
export function expectNearest(scores: readonly number[]): number {
  const from = Math.min(firstStranger, Math.floor(scores.length / 4));
  const told = scores.slice(from, lastStranger);
  if (told.length < fewest) return leastChance;
  const ranks = told.map((_, index) => Math.log(from + index + 1));
  const middle = mean(ranks);
  const spread = ranks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  const slope = told.reduce((sum, score, index) => sum + ((ranks[index] as number) - middle) * score, 0) / spread;
  return Math.max(leastChance, mean(told) - slope * middle);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
