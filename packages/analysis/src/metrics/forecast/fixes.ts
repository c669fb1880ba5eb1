import type { RatePrior } from './rate-prior.ts';

export interface SeriesAfterFix {
  /** Events before the fix. */
  readonly count: number;
  /** Observed days before the fix. */
  readonly days: number;
  /** Days since the fix. */
  readonly since: number;
  readonly hasRecurred: boolean;
}

const maxRounds = 100;
const closeEnough = 1e-6;

/** Estimates the share of fixes that hold, by expectation maximisation (Dempster, Laird & Rubin 1977). */
export function estimateShareOfHeldFixes(fixed: readonly SeriesAfterFix[], prior: RatePrior): number {
  let share = 0.5;
  for (let round = 0; round < maxRounds; round++) {
    const held = fixed.reduce((sum, one) => sum + probabilityThatFixHolds(one, share, prior), 0);
    const next = (1 + held) / (2 + fixed.length);
    const moved = Math.abs(next - share);
    share = next;
    if (moved < closeEnough) break;
  }
  return share;
}

/**
 * Returns the probability that a fix holds. If it has no effect, the time without events has the probability ((days +
 * shape / mean) / (days + shape / mean + since)) ^ (count + shape).
 * @param share share of all fixes that hold, in (0, 1)
 */
export function probabilityThatFixHolds(
  { count, days, since, hasRecurred }: SeriesAfterFix,
  share: number,
  { shape, mean }: RatePrior,
): number {
  if (hasRecurred) return 0;
  const exposure = days + shape / mean;
  const luck = (exposure / (exposure + since)) ** (count + shape);
  return share / (share + (1 - share) * luck);
}
