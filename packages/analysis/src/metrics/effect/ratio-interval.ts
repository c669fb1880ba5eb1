import { toLogOdds } from '../../stats/log-odds.ts';
import { solveIncreasingFunction } from '../../stats/solve-increasing-function.ts';
import type { LikelyRate } from './infer-rates.ts';
import { computeMeanRate, mixCountProbabilities } from './mix-count-probabilities.ts';

export interface CountSinceFix {
  readonly episodes: number;
  readonly exposure: number;
}

const tail = 0.025;

/**
 * Computes the ratio of the rate after a fix to the rate before, and its 95 % interval with mid-P tails (Lancaster,
 * "Significance Tests in Discrete Distributions", 1961). Averages over the posterior of the previous rate, so the
 * interval also holds for patterns that were selected because of their high rate.
 */
export function estimateEffectRatio(rates: readonly LikelyRate[], { episodes, exposure }: CountSinceFix) {
  const mean = computeMeanRate(rates) * exposure;
  const middle = Math.log((episodes + 0.5) / mean);
  // The log-odds of a larger count increase almost linearly with the log factor.
  const moreAt = (log: number): number => {
    const probabilities = mixCountProbabilities(rates, exposure * Math.exp(log), episodes);
    const upTo = probabilities.reduce((sum, probability) => sum + probability, 0);
    return toLogOdds(1 - upTo + (probabilities[episodes] ?? 0) / 2);
  };
  const limit = (probability: number): number => {
    let reach = 1;
    while (moreAt(middle - reach) > toLogOdds(probability) || moreAt(middle + reach) < toLogOdds(probability))
      reach *= 2;
    return Math.exp(solveIncreasingFunction(moreAt, toLogOdds(probability), [middle - reach, middle + reach]));
  };
  return { value: episodes / mean, low: episodes === 0 ? 0 : limit(tail), high: limit(1 - tail) };
}
