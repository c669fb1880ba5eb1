import { type CountDistribution, cumulate, expectedCount } from './count-distribution.ts';

/**
 * Counts within which the outcome is with a chance as near to the level as whole numbers allow: first the lower end, whose
 * tail is nearest to half of the rest, then the upper end. The lower tail takes three quarters of the rest at most, so that
 * the upper end is no further out than its own quarter: it would be without end where none has a chance of the whole rest. It
 * reaches around the whole part of what is expected.
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
    // `sum` is the chance of at most `count`, `before` of fewer.
    if (low === null && sum >= tail) {
      const isPastNearest = count >= 0 && sum <= 1.5 * tail && Math.abs(sum - tail) < Math.abs(before - tail);
      low = isPastNearest ? count + 1 : Math.max(count, 0);
      below = isPastNearest ? sum : before;
    }
    // Past the mean what is left becomes too small to be added: by rounding the level may never quite be reached.
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

/** What an outcome is to a distribution: the chances of fewer, and of at most as many. */
export type Stretch = readonly [below: number, upTo: number];

export function stretchOf(distribution: CountDistribution, outcome: number): Stretch {
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
 * How much of an outcome a central interval of this level covers, in [0, 1]: the part of its stretch that lies within. The
 * mean over well calibrated forecasts is exactly the level, where whole numbers between two ends always hold more than it
 * (the non-randomised probability integral transform: Czado, Gneiting & Held, Biometrics 65, 2009).
 */
export function shareCovered([below, upTo]: Stretch, level: number): number {
  const tail = (1 - level) / 2;
  // So far out that the chance is below what numbers can hold.
  if (!(upTo > below)) return 0;
  return Math.max(Math.min(upTo, 1 - tail) - Math.max(below, tail), 0) / (upTo - below);
}
