import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import { type LikelyDispersion, meanDispersion } from './dispersion.ts';
import { toLogOdds, toProbability } from './log-odds.ts';
import { solveRising } from './solve-rising.ts';

/** Two counts, and how the exposure is divided between them. */
export interface CountPair {
  readonly before: number;
  readonly recent: number;
  /** Of the exposure, in (0, 1). */
  readonly recentShare: number;
  /** Each likely value is tried: both counts are divided by it. */
  readonly dispersion: readonly LikelyDispersion[];
}

/**
 * Chance of at least so many recent ones where a recent one has the chance `share`, half of that of exactly so many left out
 * (mid-P; Lancaster, "Significance Tests in Discrete Distributions", 1961). By the incomplete beta function, which also
 * serves counts that are no whole numbers. Over the likely dispersions it is the mean (a posterior predictive chance: Meng,
 * "Posterior Predictive p-Values", 1994).
 */
function upperTail({ before, recent, dispersion }: CountPair, share: number): number {
  return dispersion.reduce((sum, { value, weight }) => {
    const [low, high] = [before / value, recent / value];
    const atLeast = high === 0 ? 1 : betaCdf(share, high, low + 1);
    const more = low === 0 ? 0 : betaCdf(share, high + 1, low);
    return sum + (weight * (atLeast + more)) / 2;
  }, 0);
}

/**
 * Two-sided chance of counts that differ so much where the rates are one: of all that happened, the recent ones are
 * binomial (Przyborowski and Wilenski, "Homogeneity of Results in Testing Samples from Poisson Series", 1940). Twice the
 * smaller tail.
 * @returns in [0, 1]
 */
export function pValueOfDifference(pair: CountPair): number {
  if (pair.before + pair.recent === 0) return 1;
  const upper = upperTail(pair, pair.recentShare);
  return Math.min(1, 2 * Math.min(upper, 1 - upper));
}

/** The least that `pValueOfDifference` could be for as many episodes, however they were divided. */
export function minPValueOfDifference({ before, recent, ...rest }: CountPair): number {
  const all = before + recent;
  return Math.min(
    pValueOfDifference({ ...rest, before: 0, recent: all }),
    pValueOfDifference({ ...rest, before: all, recent: 0 }),
  );
}

/**
 * Interval of the recent rate by the one before that agrees with `pValueOfDifference`: 1 is outside of it where the chance is
 * below 5 % (Clopper and Pearson's for the share, with mid-P tails: Berry and Armitage, "Mid-P Confidence Intervals", 1995).
 * @returns null for an end that is unbounded
 */
export function intervalOfRatio(pair: CountPair): { readonly low: number; readonly high: number | null } {
  const odds = pair.recentShare / (1 - pair.recentShare);
  // The share as its log-odds, where its error is nearly normal: no limit is eight of its deviations away.
  const dispersion = meanDispersion(pair.dispersion);
  const [before, recent] = [pair.before / dispersion + 0.5, pair.recent / dispersion + 0.5];
  const middle = Math.log(recent / before);
  const reach = 8 * Math.sqrt(1 / before + 1 / recent);
  // The tail as log-odds too: then the secant is nearly right at once.
  const tailAt = (logOdds: number): number => toLogOdds(upperTail(pair, toProbability(logOdds)));
  const limit = (tail: number): number =>
    Math.exp(solveRising(tailAt, toLogOdds(tail), [middle - reach, middle + reach])) / odds;
  return {
    low: pair.recent === 0 ? 0 : limit(0.025),
    high: pair.before === 0 ? null : limit(0.975),
  };
}

/**
 * Whether a change of the rate by `factor` or more, up or down, is ruled out: two one-sided tests at 5 % (Schuirmann, "A
 * Comparison of the Two One-Sided Tests Procedure", 1987).
 * @param factor above 1
 */
export function rulesOutChangeBy(factor: number, pair: CountPair): boolean {
  const odds = pair.recentShare / (1 - pair.recentShare);
  const shareAt = (ratio: number): number => (odds * ratio) / (1 + odds * ratio);
  return upperTail(pair, shareAt(factor)) >= 0.95 && upperTail(pair, shareAt(1 / factor)) <= 0.05;
}
