import { expectCounts, lowestLikely, timesRate } from './expect-counts.ts';
import type { LikelyRate } from './infer-rates.ts';

/**
 * Over all looks, the probability of `held` without an effect, and of `came_back` if three of four failures are
 * prevented.
 */
export const level = 0.05;
/** The share of failures that a fix must prevent for the failure not to have come back. */
export const prevented = 0.75;

/** In weeks. */
const [shortest, longest] = [4, 52];
const power = 0.8;
/** Interim looks cost power; monitoring this much longer compensates. */
const sequentialInflation = 1.4;

/**
 * Plans the weeks of monitoring, 4 to 52: until a halved rate would be detected with 80 % power, by what was known at
 * the fix. It is never extended.
 * @param rates per day
 */
export function planWeeks(rates: readonly LikelyRate[]): number {
  const halved = timesRate(rates, 0.5);
  for (let weeks = shortest; weeks < longest; weeks += 1) {
    const bound = lowestLikely(rates, 7 * weeks, level);
    if (bound < 0) continue;
    const found = expectCounts(halved, 7 * weeks, bound).reduce((sum, probability) => sum + probability, 0);
    if (found >= power) return Math.min(longest, Math.ceil(weeks * sequentialInflation));
  }
  return longest;
}

/**
 * Returns the share of the level spent by a share of the monitoring: its square (Kim and DeMets, "Design and Analysis
 * of Group Sequential Tests Based on the Type I Error Spending Rate Function", 1987). It spends little at first, so
 * that a short silence does not count as held, and enough to recognise an effective fix early.
 * @param share of the planned monitoring, in [0, 1]
 */
export function spendBy(share: number): number {
  return share * share;
}
