/** Episodes that come by chance: one by one, or in bursts. */
export interface CountProcess {
  /** Expected number of episodes, 0 or more. */
  readonly mean: number;
  /** Variance of the number by its mean, from 1 on: where it is 1 each comes alone. */
  readonly dispersion: number;
}

/** Beyond so many bursts none at all is too unlikely for a number: the recursion begins with 1 and is scaled down. */
const maxBursts = 600;
const large = 1e200;

/**
 * The chances of 0, 1 … `most` episodes where bursts come alone and each has a geometric number of episodes: Pólya and Aeppli's
 * distribution, by its recursion (Johnson, Kemp and Kotz, "Univariate Discrete Distributions", 3rd edition, 9.7). Of bursts of m
 * episodes on average the dispersion is 2 m − 1. Where it is 1 it is Poisson's.
 *
 * Of distributions with the same dispersion this one has more silence than the negative binomial one: a silence must not be taken
 * for the work of a fix too soon.
 * @param negligible what is less likely is left out at the end
 */
export function countProbabilities({ mean, dispersion }: CountProcess, most: number, negligible = 1e-40): Float64Array {
  const more = (dispersion - 1) / (dispersion + 1);
  const bursts = (2 * mean) / (dispersion + 1);
  const probabilities = new Float64Array(most + 1);
  const isLarge = bursts > maxBursts;
  let [before, last] = [0, isLarge ? 1 : Math.exp(-bursts)];
  let logScale = isLarge ? -bursts : 0;
  probabilities[0] = isLarge ? 0 : last;
  for (let count = 1; count <= most; count += 1) {
    const next = ((bursts * (1 - more) + 2 * more * (count - 1)) * last - more * more * (count - 2) * before) / count;
    [before, last] = [last, next];
    if (last > large) {
      [before, last] = [before / large, last / large];
      logScale += Math.log(large);
    }
    const probability = isLarge ? Math.exp(Math.log(last) + logScale) : last;
    // Beyond the mean they only fall.
    if (probability < negligible && count > mean) return probabilities.subarray(0, count);
    probabilities[count] = probability;
  }
  return probabilities;
}
