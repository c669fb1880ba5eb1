import { toLogOdds } from '../../stats/log-odds.ts';
import { solveRising } from '../../stats/solve-rising.ts';
import type { LikelyRate } from './believe-rate.ts';
import { expectCounts, meanRate } from './expect-counts.ts';

export interface Since {
  readonly episodes: number;
  /** Above 0. */
  readonly exposure: number;
}

const tail = 0.025;

/**
 * 95 % interval of the rate since by the rate before: the factors with which so few, and so many, episodes are not
 * unlikely. Tails are mid-P (Lancaster, "Significance Tests in Discrete Distributions", 1961), since exact ones cover more than
 * 95 % where counts are small. What the rate before may have been is weighed by `rates`: so the interval also covers 95 % of those that
 * were picked for what was seen before the fix, which Bayes' rule has already taken into account.
 */
export function intervalOfEffect(rates: readonly LikelyRate[], { episodes, exposure }: Since) {
  const mean = meanRate(rates) * exposure;
  const middle = Math.log((episodes + 0.5) / mean);
  // The chance of more, as log-odds: rises with the factor, nearly as a line.
  const moreAt = (log: number): number => {
    const probabilities = expectCounts(rates, exposure * Math.exp(log), episodes);
    const upTo = probabilities.reduce((sum, probability) => sum + probability, 0);
    return toLogOdds(1 - upTo + (probabilities[episodes] ?? 0) / 2);
  };
  const limit = (probability: number): number => {
    let reach = 1;
    while (moreAt(middle - reach) > toLogOdds(probability) || moreAt(middle + reach) < toLogOdds(probability))
      reach *= 2;
    return Math.exp(solveRising(moreAt, toLogOdds(probability), [middle - reach, middle + reach]));
  };
  return { value: episodes / mean, low: episodes === 0 ? 0 : limit(tail), high: limit(1 - tail) };
}
