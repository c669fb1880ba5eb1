import type { LikelyRate } from './believe-rate.ts';
import { countProbabilities } from './burst-counts.ts';

/** The chances of the counts up to `most`, by each rate, as they go on from look to look. */
export interface CountPaths {
  /**
   * @param exposure since the fix, never less than before
   * @returns the chances of each count, over all rates, of the ways that were not taken out
   */
  advance(exposure: number): Float64Array;
  /** Takes the ways out that are at these counts now. */
  remove(first: number, last: number): void;
}

/** Less than this is left out. */
const negligible = 1e-13;

export function createCountPaths(rates: readonly LikelyRate[], most: number): CountPaths {
  const size = most + 1;
  let probabilities = new Float64Array(rates.length * size);
  let next = new Float64Array(rates.length * size);
  /** Beyond it there is nothing yet, or no more. */
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
          countProbabilities({ mean: rate * step, dispersion }, most, negligible),
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
        most,
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
