import type { Vote } from '../../patterns/clustering/assign-to-pattern.ts';
import { shareToLogOdds, toProbability } from '../../stats/log-odds.ts';

export interface Beginning extends Pick<Vote, 'nearest' | 'share'> {
  /** Different words that are known of the incident. */
  readonly words: number;
  /** Of all the organisation's failures the share, in [0, 1], that is in a pattern. */
  readonly recurring: number;
}

/** What speaks for it: always, the nearest one's score and the pattern's share as log odds, the log of the words, the share that recurs. */
export function describeBeginning({ nearest, share, words, recurring }: Beginning): number[] {
  return [1, shareToLogOdds(nearest), shareToLogOdds(share), Math.log(1 + words), shareToLogOdds(recurring)];
}

/**
 * Logistic regression in that order. Learnt from the titles, and the titles with the alerts, of the later incidents of generated
 * organisations of 300 to 2,000 failures, whose earlier ones were known: `npm run --silent eval -- measure beginnings` learns it anew.
 */
const weights = [-4.3, 4, 1.4, 0.75, 1.05];

/**
 * The chance, in (0, 1), that an incident of which only the beginning is known is one more of the pattern that its neighbours speak
 * for. A few words are like many things by chance, and where most failures never recur this one most likely does not either.
 */
export function assessBeginning(beginning: Beginning): number {
  const odds = describeBeginning(beginning).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  return toProbability(odds);
}
