import { boundHigh, boundLow } from './bound-counts.ts';
import { meanRate, timesRate } from './expect-counts.ts';
import type { LikelyRate } from './infer-rates.ts';
import { level, prevented, spendBy } from './plan-monitoring.ts';

/** A measure of exposure: days or changes. */
export interface ExposureClock {
  /** The rates if nothing had changed. */
  readonly rates: readonly LikelyRate[];
  /** Since the fix, at each look. */
  readonly exposures: readonly number[];
}

/** The counts since the fix that decide at each look. */
export interface StoppingBounds {
  /** The fix held up to this count; −1 for none. */
  readonly heldUpTo: readonly number[];
  /** The failure came back from this count on; infinite for none. */
  readonly backFrom: readonly number[];
}

/**
 * Combines the bounds of all clocks, which must agree: a team that stops making changes has fixed nothing, and one that
 * doubles its changes may see more failures. Came back means more than a fix that prevents three of four would leave,
 * and at least the unchanged expectation, so that a halved rate never counts as having come back.
 * @param shares of the planned monitoring at each look, in (0, 1]
 */
export function findStoppingBounds(clocks: readonly ExposureClock[], shares: readonly number[]): StoppingBounds {
  const bounds = clocks.map(({ rates, exposures }) => {
    const looks = shares.map((share, at) => ({ exposure: exposures[at] ?? 0, spent: spendBy(share) }));
    const back = boundHigh(timesRate(rates, 1 - prevented), looks, level);
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
