import { boundHigh, boundLow } from './bound-counts.ts';
import { meanRate, timesRate } from './expect-counts.ts';
import type { LikelyRate } from './infer-rates.ts';
import { level, preventedShare, spendBy } from './plan-monitoring.ts';

/** Exposure measured in days or in changes. */
export interface ExposureClock {
  /** Rates if the fix has no effect. */
  readonly rates: readonly LikelyRate[];
  /** Exposure since the fix at each look. */
  readonly exposures: readonly number[];
}

/** Counts since the fix that decide at each look. */
export interface StoppingBounds {
  /** Largest count at which the fix held; −1 for none. */
  readonly heldUpTo: readonly number[];
  /** Smallest count at which the failure came back; infinite for none. */
  readonly backFrom: readonly number[];
}

/**
 * Combines the bounds by days and by changes, which must agree: a team that stops making changes has fixed nothing.
 * `backFrom` is at least the count expected without a fix, so that a halved rate never counts as having come back.
 * @param shares of the planned monitoring at each look, in (0, 1]
 */
export function findStoppingBounds(clocks: readonly ExposureClock[], shares: readonly number[]): StoppingBounds {
  const bounds = clocks.map(({ rates, exposures }) => {
    const looks = shares.map((share, at) => ({ exposure: exposures[at] ?? 0, spent: spendBy(share) }));
    const back = boundHigh(timesRate(rates, 1 - preventedShare), looks, level);
    const mean = meanRate(rates);
    return {
      heldUpTo: boundLow(rates, looks, level),
      backFrom: back.map((bound, at) => Math.max(bound, Math.ceil(mean * (exposures[at] ?? 0)))),
    };
  });
  return {
    heldUpTo: shares.map((_, at) => Math.min(...bounds.map(({ heldUpTo }) => heldUpTo[at] ?? -1))),
    backFrom: shares.map((_, at) =>
      Math.max(...bounds.map(({ backFrom }) => backFrom[at] ?? Number.POSITIVE_INFINITY)),
    ),
  };
}
