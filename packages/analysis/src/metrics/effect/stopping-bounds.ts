import type { EffectVerdict } from '@refrain/domain';
import { findLowerBounds, findUpperBounds } from './bound-counts.ts';
import { computeMeanRate, type LikelyRate, scaleRates } from './count-probabilities.ts';
import { computeSpentSignificanceShare, maxVerdictErrorProbability, minPreventedShare } from './plan-monitoring.ts';

interface ExposureAtInterimTests {
  /** Rates if the fix has no effect. */
  readonly rates: readonly LikelyRate[];
  readonly exposures: readonly number[];
}

/** Numbers of episodes since the fix that lead to a verdict, for each interim test. */
interface StoppingBounds {
  /** Largest number of episodes at which the fix counts as held; −1 for none. */
  readonly heldUpTo: readonly number[];
  /** Smallest number of episodes at which the failure counts as having come back; infinity for none. */
  readonly backFrom: readonly number[];
}

/**
 * Combines the bounds for the rate per day and for the rate per change. A verdict requires both, since failures also
 * become rarer if a team makes fewer changes. If the fix has halved the rate, the failure never counts as having come
 * back.
 * @param shares share of the planned monitoring that is over at each interim test, in (0, 1]
 */
export function findStoppingBounds(
  clocks: readonly ExposureAtInterimTests[],
  shares: readonly number[],
): StoppingBounds {
  const bounds = clocks.map(({ rates, exposures }) => {
    const looks = shares.map((share, at) => ({
      exposure: exposures[at] ?? 0,
      spent: computeSpentSignificanceShare(share),
    }));
    const back = findUpperBounds(scaleRates(rates, 1 - minPreventedShare), looks, maxVerdictErrorProbability);
    const mean = computeMeanRate(rates);
    return {
      heldUpTo: findLowerBounds(rates, looks, maxVerdictErrorProbability),
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

interface StoppingJudgement {
  readonly verdict: EffectVerdict;
  /** Index of the interim test that decided; null if none has decided yet. */
  readonly decidedAt: number | null;
  /** Index of the first future test at which the fix counts as held if no further episode occurs; null for none. */
  readonly heldAt: number | null;
}

/** Returns the final verdict: that of the first interim test whose count reaches a bound. */
export function judgeFixByStoppingBounds(
  { heldUpTo, backFrom }: StoppingBounds,
  counts: readonly number[],
  now: number,
): StoppingJudgement {
  for (const [look, count] of counts.entries()) {
    if (count <= (heldUpTo[look] ?? -1)) return { verdict: 'held', decidedAt: look, heldAt: null };
    if (count >= (backFrom[look] ?? Number.POSITIVE_INFINITY))
      return { verdict: 'came_back', decidedAt: look, heldAt: null };
  }
  if (counts.length >= heldUpTo.length)
    return { verdict: 'not_distinguishable', decidedAt: heldUpTo.length - 1, heldAt: null };
  const ahead = heldUpTo.findIndex((bound, look) => look >= counts.length && now <= bound);
  return { verdict: 'too_early', decidedAt: null, heldAt: ahead < 0 ? null : ahead };
}
