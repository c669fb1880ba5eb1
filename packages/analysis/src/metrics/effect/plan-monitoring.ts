import type { LikelyRate } from './believe-rate.ts';
import { expectCounts, lowestLikely, timesRate } from './expect-counts.ts';

/** Over all looks of one watch, the chance of `held` where nothing changed, and of `came_back` where three of four are prevented. */
export const level = 0.05;
/** What a fix has to prevent at least, so that the failure has not come back. */
export const prevented = 0.75;

/** In weeks. */
const [shortest, longest] = [4, 52];
const power = 0.8;
/** Looks on the way cost some power; so much longer a watch makes up for it. */
const sequentialInflation = 1.4;

/**
 * How long a fix is watched: until a rate that has gone down by half would be called lower with a chance of 80 %, by what was known
 * at the fix; of 4 to 52 weeks. It is never extended.
 * @param rates by day
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
 * What of the level may be spent by then: the square of the share of the watch (Kim and DeMets, "Design and Analysis of Group
 * Sequential Tests Based on the Type I Error Spending Rate Function", 1987). Little at first, so that a short silence is not called
 * held, and yet early enough for a fix that works.
 * @param share of the planned watch, in [0, 1]
 */
export function spendBy(share: number): number {
  return share * share;
}
