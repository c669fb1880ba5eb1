import { computeCountProbabilities } from './burst-counts.ts';
import type { LikelyRate } from './infer-rates.ts';

/** Joint probabilities of the rate and the number of episodes so far, updated from interim test to interim test. */
export interface RateAndCountProbabilities {
  /**
   * Adds the episodes up to an interim test. Returns the probability of each count, without the courses that `remove`
   * has excluded.
   * @param exposure exposure since the fix, at least that of the previous call
   */
  advance(exposure: number): Float64Array;
  /** Excludes the courses of events in which the count is now in [first, last]. */
  remove(first: number, last: number): void;
}

const negligible = 1e-13;

export function createRateAndCountProbabilities(
  rates: readonly LikelyRate[],
  maxCount: number,
): RateAndCountProbabilities {
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
