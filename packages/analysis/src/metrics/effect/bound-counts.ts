import type { LikelyRate } from './infer-rates.ts';
import { findLowerTailCount, mixCountProbabilities } from './mix-count-probabilities.ts';
import { createRateAndCountProbabilities } from './rate-and-count-probabilities.ts';

/**
 * One of several tests during the monitoring of a fix: the episodes since the fix are counted and compared with bounds.
 */
export interface InterimTest {
  /** Exposure since the fix, in the unit of the rates. Never decreases from test to test. */
  readonly exposure: number;
  /**
   * Share of the significance level that may be spent up to this test, in [0, 1]. Never decreases from test to test.
   */
  readonly spent: number;
}

/** Smallest probability that matters. If less of the significance level is left to spend, no upper bound is set. */
const resolution = 1e-5;

/**
 * Returns for each interim test the largest count at which the rate is judged to be lower than `rates`; −1 for none. If
 * the rate is one of `rates`, the probability of ever crossing a bound is at most `level` (Lan and DeMets, "Discrete
 * Sequential Boundaries for Clinical Trials", 1983).
 */
export function findLowerBounds(rates: readonly LikelyRate[], looks: readonly InterimTest[], level: number): number[] {
  const last = looks.at(-1);
  if (last === undefined) return [];
  const maxCount = Math.max(0, findLowerTailCount(rates, last.exposure, level));
  const paths = createRateAndCountProbabilities(rates, maxCount);
  let crossed = 0;
  return looks.map(({ exposure, spent }) => {
    const probabilities = paths.advance(exposure);
    let bound = -1;
    while (bound < maxCount && crossed + (probabilities[bound + 1] ?? 0) <= level * spent) {
      bound += 1;
      crossed += probabilities[bound] ?? 0;
    }
    paths.remove(0, bound);
    return bound;
  });
}

/** Like `findLowerBounds`, but returns the smallest counts that show a higher rate than `rates`; infinity for none. */
export function findUpperBounds(rates: readonly LikelyRate[], looks: readonly InterimTest[], level: number): number[] {
  const last = looks.at(-1);
  if (last === undefined) return [];
  const maxCount = highestLikely(rates, last.exposure);
  const paths = createRateAndCountProbabilities(rates, maxCount);
  let left = 1;
  return looks.map(({ exposure, spent }) => {
    const probabilities = paths.advance(exposure);
    const required = 1 - level * spent;
    if (left - required < resolution) return Number.POSITIVE_INFINITY;
    let bound = 0;
    let below = 0;
    // Counts above `maxCount` always cross the bound, so only the probabilities of counts below the bound are summed.
    while (bound <= maxCount && below < required) {
      below += probabilities[bound] ?? 0;
      bound += 1;
    }
    paths.remove(bound, maxCount);
    left = below;
    return bound;
  });
}

/** Returns a count that is exceeded with a probability of at most `resolution`. */
function highestLikely(rates: readonly LikelyRate[], exposure: number): number {
  for (let maxCount = 16; ; maxCount *= 2) {
    const probabilities = mixCountProbabilities(rates, exposure, maxCount);
    let sum = 0;
    for (let count = 0; count <= maxCount; count += 1) {
      sum += probabilities[count] ?? 0;
      if (1 - sum <= resolution) return count + 1;
    }
  }
}
