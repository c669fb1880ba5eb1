import {
  computeCountProbabilities,
  findFirstCountByProbability,
  findLowerTailCount,
  type LikelyRate,
} from './count-probabilities.ts';

/** One of several tests during the monitoring of a fix, which compare the episodes since the fix with bounds. */
export interface InterimTest {
  /** Exposure since the fix, in the unit of the rates. Never decreases from test to test. */
  readonly exposure: number;
  /** Share of the significance level that may be spent up to this test, in [0, 1]. Never decreases. */
  readonly spent: number;
}

/** Smaller probabilities are neglected. If less of the significance level is left to spend, no upper bound is set. */
const resolution = 1e-5;

/**
 * Returns for each test the largest count that shows a lower rate than `rates`; −1 for none. If the rate is one of
 * `rates`, the probability of ever crossing a bound is at most `level` (Lan and DeMets 1983).
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
  const maxCount = findFirstCountByProbability(rates, last.exposure, (sum) => 1 - sum <= resolution) + 1;
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

/** Joint probabilities of the rate and the number of episodes so far, updated from interim test to interim test. */
interface RateAndCountProbabilities {
  /**
   * Advances to an interim test. Returns the probabilities of 0, 1 … episodes by then, without the removed cases.
   * @param exposure exposure since the fix, at least that of the previous call
   */
  advance(exposure: number): Float64Array;
  /** Removes the cases with `first` to `last` episodes so far. */
  remove(first: number, last: number): void;
}

const negligible = 1e-13;

function createRateAndCountProbabilities(rates: readonly LikelyRate[], maxCount: number): RateAndCountProbabilities {
  const size = maxCount + 1;
  let probabilities = new Float64Array(rates.length * size);
  let next = new Float64Array(rates.length * size);
  /** Largest count whose probability is above 0. */
  let top = 0;
  for (let nth = 0; nth < rates.length; nth += 1) probabilities[nth * size] = rates[nth]?.weight ?? 0;
  let reached = 0;
  let step = -1;
  let more: Float64Array[] = [];
  return {
    advance(exposure: number): Float64Array {
      if (exposure - reached !== step) {
        step = exposure - reached;
        more = rates.map(({ rate, dispersion }) =>
          computeCountProbabilities({ mean: rate * step, dispersion }, maxCount, negligible),
        );
      }
      reached = exposure;
      next.fill(0);
      const sums = new Float64Array(size);
      for (let nth = 0; nth < rates.length; nth += 1) {
        const own = more[nth] ?? new Float64Array(0);
        const from = nth * size;
        for (let count = 0; count <= top; count += 1) {
          const probability = probabilities[from + count] ?? 0;
          if (probability < negligible) continue;
          const end = Math.min(own.length, size - count);
          for (let added = 0; added < end; added += 1) {
            const share = probability * (own[added] ?? 0);
            next[from + count + added] = (next[from + count + added] ?? 0) + share;
            sums[count + added] = (sums[count + added] ?? 0) + share;
          }
        }
      }
      [probabilities, next] = [next, probabilities];
      top = Math.min(
        maxCount,
        more.reduce((longest, own) => Math.max(longest, top + own.length - 1), 0),
      );
      return sums;
    },
    remove(first: number, last: number): void {
      if (last >= top) top = Math.min(top, Math.max(0, first - 1));
      for (let nth = 0; nth < rates.length && last >= first; nth += 1)
        probabilities.fill(0, nth * size + first, nth * size + last + 1);
    },
  };
}
