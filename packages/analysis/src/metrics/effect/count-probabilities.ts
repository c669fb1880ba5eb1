/** Parameters of the distribution of the number of episodes, which come one by one or in bursts. */
interface EpisodeCountParameters {
  readonly mean: number;
  /** Ratio of variance to mean, at least 1. It is 1 without bursts. */
  readonly dispersion: number;
}

/** For more expected bursts, P(0) underflows to 0. The computation then starts with 1 and rescales the results. */
const maxBursts = 600;
const large = 1e200;

/**
 * Returns the probabilities of 0, 1 … `maxCount` episodes (Pólya–Aeppli distribution; Johnson, Kemp and Kotz, 9.7). A
 * period without episodes is more probable than under a negative binomial distribution.
 * @param negligible probability below which the tail is cut off
 */
export function computeCountProbabilities(
  { mean, dispersion }: EpisodeCountParameters,
  maxCount: number,
  negligible = 1e-40,
): Float64Array {
  const more = (dispersion - 1) / (dispersion + 1);
  const bursts = (2 * mean) / (dispersion + 1);
  const probabilities = new Float64Array(maxCount + 1);
  const isLarge = bursts > maxBursts;
  let [before, last] = [0, isLarge ? 1 : Math.exp(-bursts)];
  let logScale = isLarge ? -bursts : 0;
  probabilities[0] = isLarge ? 0 : last;
  for (let count = 1; count <= maxCount; count += 1) {
    const next = ((bursts * (1 - more) + 2 * more * (count - 1)) * last - more * more * (count - 2) * before) / count;
    [before, last] = [last, next];
    if (last > large) {
      [before, last] = [before / large, last / large];
      logScale += Math.log(large);
    }
    const probability = isLarge ? Math.exp(Math.log(last) + logScale) : last;
    // Beyond the mean, probabilities only decrease.
    if (probability < negligible && count > mean) return probabilities.subarray(0, count);
    probabilities[count] = probability;
  }
  return probabilities;
}

export interface LikelyRate {
  readonly rate: number;
  readonly dispersion: number;
  /** Probability of this rate and dispersion; sums to 1 over all candidates. */
  readonly weight: number;
}

export function mixCountProbabilities(rates: readonly LikelyRate[], exposure: number, maxCount: number): Float64Array {
  const sum = new Float64Array(maxCount + 1);
  for (const { rate, dispersion, weight } of rates)
    computeCountProbabilities({ mean: rate * exposure, dispersion }, maxCount).forEach((probability, count) => {
      sum[count] = (sum[count] ?? 0) + weight * probability;
    });
  return sum;
}

export function computeMeanRate(rates: readonly LikelyRate[]): number {
  return rates.reduce((sum, { rate, weight }) => sum + rate * weight, 0);
}

export function scaleRates(rates: readonly LikelyRate[], factor: number): LikelyRate[] {
  return rates.map((own) => ({ ...own, rate: own.rate * factor }));
}

/** Returns the largest count with a cumulative probability of at most `level`; −1 if even 0 is more likely. */
export function findLowerTailCount(rates: readonly LikelyRate[], exposure: number, level: number): number {
  return findFirstCountByProbability(rates, exposure, (sum) => sum > level) - 1;
}

/** Returns the lowest count whose cumulative probability meets a condition. */
export function findFirstCountByProbability(
  rates: readonly LikelyRate[],
  exposure: number,
  isReached: (cumulativeProbability: number) => boolean,
): number {
  for (let maxCount = 16; ; maxCount *= 2) {
    const probabilities = mixCountProbabilities(rates, exposure, maxCount);
    let sum = 0;
    for (let count = 0; count <= maxCount; count += 1) {
      sum += probabilities[count] ?? 0;
      if (isReached(sum)) return count;
    }
  }
}
