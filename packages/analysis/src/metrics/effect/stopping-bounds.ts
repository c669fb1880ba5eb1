import type { LikelyRate } from './believe-rate.ts';
import { boundHigh, boundLow } from './bound-counts.ts';
import { meanRate, timesRate } from './expect-counts.ts';
import { level, prevented, spendBy } from './plan-monitoring.ts';

/** By what exposure is measured: days or changes. */
export interface ExposureClock {
  /** What is to be expected had nothing changed. */
  readonly rates: readonly LikelyRate[];
  /** Since the fix at each look of the watch. */
  readonly exposures: readonly number[];
}

/** At each look, the numbers of episodes since the fix that decide. */
export interface StoppingBounds {
  /** Up to so many it held; −1 for none. */
  readonly heldUpTo: readonly number[];
  /** From so many on it came back; infinite for none. */
  readonly backFrom: readonly number[];
}

/**
 * What decides by every clock at once: who merely changes nothing any more has not fixed anything, and who changes twice as much may
 * see more. Came back is what is more than a fix that prevents three of four would leave, and no fewer than were to be expected had
 * nothing changed, so that a rate that has halved is not told to have come back.
 * @param shares of the planned watch at each look, in (0, 1]
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
