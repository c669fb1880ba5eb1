import type { LikelyRate } from './believe-rate.ts';
import { createCountPaths } from './count-paths.ts';
import { expectCounts, lowestLikely } from './expect-counts.ts';

/** A moment at which the episodes since the fix are counted. */
export interface InterimLook {
  /** Since the fix, in the unit of the rates; never less than at the look before. */
  readonly exposure: number;
  /** Of the level, what may be spent by then: in [0, 1], never less than at the look before. */
  readonly spent: number;
}

/** As long as less than this is left to spend, no number is called higher. */
const resolution = 1e-5;

/**
 * At each look the most episodes with which the rate is called lower; −1 where no number would do. Where the rate is one of
 * `rates`, the chance that this ever happens is at most `level` over all looks, and by each look at most the part that may be spent
 * by then (Lan and DeMets, "Discrete Sequential Boundaries for Clinical Trials", 1983). It is summed exactly over all ways that
 * the counts may go. A bound depends on the looks up to its own only.
 */
export function boundLow(rates: readonly LikelyRate[], looks: readonly InterimLook[], level: number): number[] {
  const last = looks.at(-1);
  if (last === undefined) return [];
  const most = Math.max(0, lowestLikely(rates, last.exposure, level));
  const paths = createCountPaths(rates, most);
  let crossed = 0;
  return looks.map(({ exposure, spent }) => {
    const probabilities = paths.advance(exposure);
    let bound = -1;
    while (bound < most && crossed + (probabilities[bound + 1] ?? 0) <= level * spent) {
      bound += 1;
      crossed += probabilities[bound] ?? 0;
    }
    paths.remove(0, bound);
    return bound;
  });
}

/**
 * At each look the fewest episodes with which the rate is called higher, infinite where no number would do: as `boundLow`, at
 * the other end.
 */
export function boundHigh(rates: readonly LikelyRate[], looks: readonly InterimLook[], level: number): number[] {
  const last = looks.at(-1);
  if (last === undefined) return [];
  const most = highestLikely(rates, last.exposure);
  const paths = createCountPaths(rates, most);
  let left = 1;
  return looks.map(({ exposure, spent }) => {
    const probabilities = paths.advance(exposure);
    const least = 1 - level * spent;
    if (left - least < resolution) return Number.POSITIVE_INFINITY;
    let bound = 0;
    let below = 0;
    // What is beyond `most` counts as crossing, so the chances below the bound are all that is left.
    while (bound <= most && below < least) {
      below += probabilities[bound] ?? 0;
      bound += 1;
    }
    paths.remove(bound, most);
    left = below;
    return bound;
  });
}

/** Of more the chance is below the resolution, so no bound is beyond it. */
function highestLikely(rates: readonly LikelyRate[], exposure: number): number {
  for (let most = 16; ; most *= 2) {
    const probabilities = expectCounts(rates, exposure, most);
    let sum = 0;
    for (let count = 0; count <= most; count += 1) {
      sum += probabilities[count] ?? 0;
      if (1 - sum <= resolution) return count + 1;
    }
  }
}
