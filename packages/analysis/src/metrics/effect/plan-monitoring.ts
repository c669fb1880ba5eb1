import { findLowerTailCount, type LikelyRate, mixCountProbabilities, scaleRates } from './count-probabilities.ts';

/** Maximum probability of `held` for an ineffective fix, and of `came_back` for a fix that prevents 3 of 4 failures. */
export const maxVerdictErrorProbability = 0.05;
/** A fix that prevents this share of failures must not be judged as `came_back`. */
export const minPreventedShare = 0.75;

const [shortestWeeks, longestWeeks] = [4, 52];
const power = 0.8;
/** Interim tests reduce the power, so the monitoring is made this many times longer. */
const sequentialInflation = 1.4;

/** Plans how many weeks to monitor, so that halved `rates` per day would be detected with 80 % power. */
export function planMonitoringWeeks(rates: readonly LikelyRate[]): number {
  const halved = scaleRates(rates, 0.5);
  for (let weeks = shortestWeeks; weeks < longestWeeks; weeks += 1) {
    const bound = findLowerTailCount(rates, 7 * weeks, maxVerdictErrorProbability);
    if (bound < 0) continue;
    const found = mixCountProbabilities(halved, 7 * weeks, bound).reduce((sum, probability) => sum + probability, 0);
    if (found >= power) return Math.min(longestWeeks, Math.ceil(weeks * sequentialInflation));
  }
  return longestWeeks;
}

/** Returns the share of the significance level to spend so far (Kim and DeMets 1987). Little is spent early. */
export function computeSpentSignificanceShare(share: number): number {
  return share * share;
}
