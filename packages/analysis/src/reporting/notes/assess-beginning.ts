import type { Vote } from '../../patterns/clustering/assign-to-pattern.ts';
import { shareToLogOdds, toProbability } from '../../stats/log-odds.ts';

export interface Beginning extends Pick<Vote, 'nearest' | 'share'> {
  /** The number of distinct words known about the incident. */
  readonly words: number;
  /** The share of the organisation's failures that are in a pattern, in [0, 1]. */
  readonly recurring: number;
}

/**
 * Returns the regression features: a constant, the log odds of the nearest score and of the pattern's share, the log
 * number of words, and the log odds of the recurring share.
 */
export function describeBeginning({ nearest, share, words, recurring }: Beginning): number[] {
  return [1, shareToLogOdds(nearest), shareToLogOdds(share), Math.log(1 + words), shareToLogOdds(recurring)];
}

/**
 * Logistic regression weights in that order. Trained on the titles, with and without alerts, of later incidents of
 * generated organisations of 300 to 2,000 failures given the earlier ones; `npm run --silent eval -- measure
 * beginnings` trains them again.
 */
const weights = [-4.3, 4, 1.4, 0.75, 1.05];

/**
 * Returns the probability, in (0, 1), that a new incident belongs to the pattern of its neighbours. A few words
 * resemble many things by chance, and where most failures never recur, this one probably does not either.
 */
export function assessBeginning(beginning: Beginning): number {
  const odds = describeBeginning(beginning).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  return toProbability(odds);
}
