import { computeCountProbabilities } from './burst-counts.ts';
import type { LikelyRate } from './infer-rates.ts';

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
  return findFirstCount(rates, exposure, (sum) => sum > level) - 1;
}

/** Returns the first count whose cumulative probability meets a condition that high probabilities meet. */
export function findFirstCount(
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
