import type { Vote } from '../clustering/assign-to-pattern.ts';
import { logOdds } from '../clustering/log-odds.ts';

/**
 * Logistic regression, with the log of the words and all shares as log odds. Learnt from the titles, and the titles with the alerts,
 * of the later incidents of generated organisations of 300 to 2,000 failures, whose earlier ones were known.
 */
const intercept = -4.3;
const nearestWeight = 4;
const shareWeight = 1.4;
const wordsWeight = 0.75;
const recurringWeight = 1.05;

export interface Beginning extends Pick<Vote, 'nearest' | 'share'> {
  /** Different words that are known of the incident. */
  readonly words: number;
  /** Of all the organisation's failures the share, in [0, 1], that is in a pattern. */
  readonly recurring: number;
}

/**
 * The chance, in (0, 1), that an incident of which only the beginning is known is one more of the pattern that its neighbours speak
 * for. A few words are like many things by chance, and where most failures never recur this one most likely does not either.
 */
export function assessBeginning({ nearest, share, words, recurring }: Beginning): number {
  const odds =
    intercept +
    nearestWeight * logOdds(nearest) +
    shareWeight * logOdds(share) +
    wordsWeight * Math.log(1 + words) +
    recurringWeight * logOdds(recurring);
  return 1 / (1 + Math.exp(-odds));
}
