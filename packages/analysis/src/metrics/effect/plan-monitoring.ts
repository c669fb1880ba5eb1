import { expectCounts, lowestLikely, timesRate } from './expect-counts.ts';
import type { LikelyRate } from './infer-rates.ts';

/**
 * Maximum probability, over all looks, of `held` without an effect, and of `came_back` if three of four failures are
 * prevented.
 */
export const level = 0.05;
/** Share of failures that a fix must prevent so that the failure has not come back. */
export const preventedShare = 0.75;

const [shortestWeeks, longestWeeks] = [4, 52];
const power = 0.8;
/** Interim looks reduce the power; monitoring for this factor longer compensates. */
const sequentialInflation = 1.4;

/**
 * Plans how many weeks to monitor, so that a halved rate would be detected with 80 % power.
 * @param rates per day, as known at the fix
 */
export function planWeeks(rates: readonly LikelyRate[]): number {
  const halved = timesRate(rates, 0.5);
  for (let weeks = shortestWeeks; weeks < longestWeeks; weeks += 1) {
    const bound = lowestLikely(rates, 7 * weeks, level);
    if (bound < 0) continue;
    const found = expectCounts(halved, 7 * weeks, bound).reduce((sum, probability) => sum + probability, 0);
    if (found >= power) return Math.min(longestWeeks, Math.ceil(weeks * sequentialInflation));
  }
  return longestWeeks;
}

/**
 * Returns the share of the level to spend after a share of the monitoring (Kim and DeMets, "Design and Analysis of
 * Group Sequential Tests Based on the Type I Error Spending Rate Function", 1987). A short silence can hardly count as
 * held.
 */
export function spendBy(share: number): number {
  return share * share;
}
