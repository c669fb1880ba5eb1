import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import { computeMeanDispersion, type LikelyDispersion } from './dispersion.ts';
import { toLogOdds, toProbability } from './log-odds.ts';
import { solveIncreasingFunction } from './solve-increasing-function.ts';

/** Counts of two periods. The exposure is the observed time. */
export interface TwoPeriodCounts {
  readonly before: number;
  readonly recent: number;
  /** Share of the exposure in the recent period, in (0, 1). */
  readonly recentShare: number;
  /** Counts are divided by the dispersion, since the episodes of a burst are not independent. */
  readonly dispersion: readonly LikelyDispersion[];
}

/** Returns the mid-P tail (Lancaster 1961): P(more than `recent`) + ½ P(`recent`). Accepts fractional counts. */
function upperTail({ before, recent, dispersion }: TwoPeriodCounts, share: number): number {
  return dispersion.reduce((sum, { value, weight }) => {
    const [low, high] = [before / value, recent / value];
    const atLeast = high === 0 ? 1 : betaCdf(share, high, low + 1);
    const more = low === 0 ? 0 : betaCdf(share, high + 1, low);
    return sum + (weight * (atLeast + more)) / 2;
  }, 0);
}

/**
 * Returns the two-sided p-value of the hypothesis that both periods have the same rate. Given the total, the recent
 * count is binomial (Przyborowski and Wilenski 1940).
 */
export function pValueOfRateDifference(pair: TwoPeriodCounts): number {
  if (pair.before + pair.recent === 0) return 1;
  const upper = upperTail(pair, pair.recentShare);
  return Math.min(1, 2 * Math.min(upper, 1 - upper));
}

/** Returns the smallest possible p-value of two counts with the same total as these. */
export function minPValueOfRateDifference({ before, recent, ...rest }: TwoPeriodCounts): number {
  const all = before + recent;
  return Math.min(
    pValueOfRateDifference({ ...rest, before: 0, recent: all }),
    pValueOfRateDifference({ ...rest, before: all, recent: 0 }),
  );
}

/**
 * Returns the 95 % interval of the ratio of the rates (Clopper and Pearson with mid-P tails: Berry and Armitage 1995).
 * Excludes 1 if and only if the p-value is below 5 %.
 */
export function intervalOfRateRatio(pair: TwoPeriodCounts): { readonly low: number; readonly high: number | null } {
  const odds = pair.recentShare / (1 - pair.recentShare);
  // The error of the log-odds is nearly normal, so each limit is within eight standard deviations of `middle`.
  const dispersion = computeMeanDispersion(pair.dispersion);
  const [before, recent] = [pair.before / dispersion + 0.5, pair.recent / dispersion + 0.5];
  const middle = Math.log(recent / before);
  const reach = 8 * Math.sqrt(1 / before + 1 / recent);
  // The log-odds of the tail are a nearly linear function, so the secant method converges quickly.
  const tailAt = (logOdds: number): number => toLogOdds(upperTail(pair, toProbability(logOdds)));
  const limit = (tail: number): number =>
    Math.exp(solveIncreasingFunction(tailAt, toLogOdds(tail), [middle - reach, middle + reach])) / odds;
  return {
    low: pair.recent === 0 ? 0 : limit(0.025),
    high: pair.before === 0 ? null : limit(0.975),
  };
}

/**
 * Returns whether two one-sided tests at 5 % rule out that the rate rose or fell by `factor` (above 1) or more
 * (Schuirmann 1987).
 */
export function rulesOutRateChangeBy(factor: number, pair: TwoPeriodCounts): boolean {
  const odds = pair.recentShare / (1 - pair.recentShare);
  const shareAt = (ratio: number): number => (odds * ratio) / (1 + odds * ratio);
  return upperTail(pair, shareAt(factor)) >= 0.95 && upperTail(pair, shareAt(1 / factor)) <= 0.05;
}
