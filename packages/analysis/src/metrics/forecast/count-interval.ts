import { type CountDistribution, cumulate, expectedCount } from './count-distribution.ts';

/**
 * Returns the interval whose probability is as near to the level as whole numbers allow. The lower tail takes at most
 * three quarters of the remainder, so that the upper end stays finite.
 */
export function countInterval(
  distribution: CountDistribution,
  level: number,
): { readonly low: number; readonly high: number } {
  const tail = (1 - level) / 2;
  const expected = Math.floor(expectedCount(distribution));
  let low: number | null = null;
  let below = 0;
  let before = 0;
  let count = -1;
  for (const sum of cumulate(distribution)) {
    // `sum` is P(at most `count`), `before` is P(fewer than `count`).
    if (low === null && sum >= tail) {
      const isPastNearest = count >= 0 && sum <= 1.5 * tail && Math.abs(sum - tail) < Math.abs(before - tail);
      low = isPastNearest ? count + 1 : Math.max(count, 0);
      below = isPastNearest ? sum : before;
    }
    // Beyond the mean, increments vanish by rounding, so the level may never be reached exactly.
    const isOver = !(count <= expected) && !(sum > before);
    if (low !== null && count >= low && (sum - below >= level || isOver)) {
      const isPast = count > low && level - (before - below) < sum - below - level;
      return { low, high: Math.max(isPast ? count - 1 : count, expected) };
    }
    if (isOver) break;
    before = sum;
    count += 1;
  }
  return { low: low ?? 0, high: expected };
}

/** Probabilities of fewer than an outcome, and of at most the outcome. */
export type CumulativeRange = readonly [below: number, upTo: number];

export function cumulativeRangeOf(distribution: CountDistribution, outcome: number): CumulativeRange {
  let below = 0;
  let count = -1;
  for (const sum of cumulate(distribution)) {
    if (count === outcome) return [below, sum];
    below = sum;
    count += 1;
  }
  return [1, 1];
}

/**
 * Returns how much of an outcome's probability range a central interval covers, in [0, 1]. For calibrated forecasts,
 * the mean equals the level (Czado, Gneiting & Held, Biometrics 65, 2009); integer intervals always cover more.
 */
export function shareCovered([below, upTo]: CumulativeRange, level: number): number {
  const tail = (1 - level) / 2;
  // The outcome is so extreme that its probability underflows to 0.
  if (!(upTo > below)) return 0;
  return Math.max(Math.min(upTo, 1 - tail) - Math.max(below, tail), 0) / (upTo - below);
}
