import type { Span } from '@refrain/domain';
import { type CountDistribution, computeExpectedCount, iterateCumulativeProbabilities } from './count-distribution.ts';

/**
 * Returns the interval of whole numbers whose probability is nearest to the level. At most 3/4 of the probability
 * outside the interval may lie below it, so that the upper end is finite.
 */
export function computeCountInterval(distribution: CountDistribution, level: number): Span {
  const tail = (1 - level) / 2;
  const expected = Math.floor(computeExpectedCount(distribution));
  let low: number | null = null;
  let below = 0;
  let before = 0;
  let count = -1;
  for (const sum of iterateCumulativeProbabilities(distribution)) {
    // `sum` is P(at most `count`), `before` is P(fewer than `count`).
    if (low === null && sum >= tail) {
      const isPastNearest = count >= 0 && sum <= 1.5 * tail && Math.abs(sum - tail) < Math.abs(before - tail);
      low = isPastNearest ? count + 1 : Math.max(count, 0);
      below = isPastNearest ? sum : before;
    }
    // Far above the mean, increments are rounded to 0, so the sum may never reach the level.
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

/** Probabilities of a count below an outcome, and of a count up to the outcome. */
export type CumulativeProbabilityRange = readonly [below: number, upTo: number];

export function computeCumulativeProbabilityRange(
  distribution: CountDistribution,
  outcome: number,
): CumulativeProbabilityRange {
  let below = 0;
  let count = -1;
  for (const sum of iterateCumulativeProbabilities(distribution)) {
    if (count === outcome) return [below, sum];
    below = sum;
    count += 1;
  }
  return [1, 1];
}

/**
 * Returns the share of an outcome's cumulative range that lies within the interval of the level. For calibrated
 * forecasts, the mean of this share equals the level (Czado, Gneiting & Held 2009), unlike the share of outcomes that
 * lie within the interval.
 */
export function computeCoveredShare([below, upTo]: CumulativeProbabilityRange, level: number): number {
  const tail = (1 - level) / 2;
  // The outcome is so extreme that its probability underflows to 0.
  if (!(upTo > below)) return 0;
  return Math.max(Math.min(upTo, 1 - tail) - Math.max(below, tail), 0) / (upTo - below);
}
