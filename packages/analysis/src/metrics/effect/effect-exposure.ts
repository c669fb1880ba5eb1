import { dayInMs, type EffectRates } from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { computeMeanDispersion, type LikelyDispersion, poissonDispersion } from '../../stats/dispersion.ts';
import { toLogOdds } from '../../stats/log-odds.ts';
import { estimateRate } from '../../stats/rate-interval.ts';
import { solveIncreasingFunction } from '../../stats/solve-increasing-function.ts';
import type { TrendSeries } from '../trend/observe-series.ts';
import { computeMeanRate, type LikelyRate, mixCountProbabilities } from './count-probabilities.ts';
import type { EffectPrior } from './fit-effect-prior.ts';
import { inferRates } from './infer-rates.ts';

/** One pattern at the time of a fix, with exposure measured in days or changes. */
export interface EffectExposure {
  /** Number of days or changes that a reported rate refers to: 7 days or 100 changes. */
  readonly unit: number;
  readonly episodes: number;
  /** Exposure before the fix, in days or changes. */
  readonly exposure: number;
  readonly dispersion: readonly LikelyDispersion[];
  /** Rates per day or change if the fix has no effect. */
  readonly rates: readonly LikelyRate[];
  /** Returns the exposure from the fix to a time in ms. */
  exposureUntil(time: number): number;
}

/** Minimum number of changes before the fix for a rate per change. */
const minChanges = 20;

/** Measures exposure in days. The given series must end at the fix. */
export function createEffectDayExposure(
  { id, times, from, until }: TrendSeries,
  { perDay, dispersions }: EffectPrior,
): EffectExposure {
  const dispersion = dispersions.get(id) ?? poissonDispersion;
  const seen = { episodes: times.length, exposure: (until - from) / dayInMs, dispersion };
  return { ...seen, unit: 7, rates: inferRates(seen, perDay), exposureUntil: (time) => (time - until) / dayInMs };
}

/** Measures exposure in changes, which are known from `knownFrom` (ms) on; null if too few are known. */
export function createEffectChangeExposure(
  before: TrendSeries,
  prior: EffectPrior,
  knownFrom: number,
): EffectExposure | null {
  const { id, times, from, until, opportunities } = before;
  const start = Math.max(from, knownFrom);
  const exposure = opportunities?.count(start, until) ?? 0;
  if (opportunities === null || prior.perChange === null || exposure < minChanges) return null;
  const dispersion = prior.dispersions.get(id) ?? poissonDispersion;
  const seen = { episodes: countTimesBetween(times, start, until), exposure, dispersion };
  return {
    ...seen,
    unit: 100,
    rates: inferRates(seen, prior.perChange),
    exposureUntil: (time) => opportunities.count(until, time),
  };
}

/** @param episodes number of episodes from the fix to `time` (in ms) */
export function measureEffectByExposure(clock: EffectExposure, episodes: number, time: number): EffectRates {
  const { unit, rates, dispersion } = clock;
  const exposure = clock.exposureUntil(time);
  const scatter = computeMeanDispersion(dispersion);
  return {
    before: estimateRate(clock.episodes, clock.exposure / unit, scatter),
    expectedRate: computeMeanRate(rates) * unit,
    expected: computeMeanRate(rates) * exposure,
    after: exposure > 0 ? estimateRate(episodes, exposure / unit, scatter) : null,
    ratio: exposure > 0 ? estimateEffectRatio(rates, { episodes, exposure }) : null,
  };
}

interface CountSinceFix {
  readonly episodes: number;
  readonly exposure: number;
}

const tail = 0.025;

/**
 * Computes the ratio of the rate after a fix to that before, with a 95 % interval (mid-P tails, Lancaster 1961).
 * Averages over the posterior of the previous rate, which corrects for regression to the mean.
 */
export function estimateEffectRatio(rates: readonly LikelyRate[], { episodes, exposure }: CountSinceFix) {
  const mean = computeMeanRate(rates) * exposure;
  const middle = Math.log((episodes + 0.5) / mean);
  // Solves for log-odds, because they increase almost linearly with the logarithm of the ratio.
  const moreAt = (log: number): number => {
    const probabilities = mixCountProbabilities(rates, exposure * Math.exp(log), episodes);
    const upTo = probabilities.reduce((sum, probability) => sum + probability, 0);
    return toLogOdds(1 - upTo + (probabilities[episodes] ?? 0) / 2);
  };
  const limit = (probability: number): number => {
    let reach = 1;
    while (moreAt(middle - reach) > toLogOdds(probability) || moreAt(middle + reach) < toLogOdds(probability))
      reach *= 2;
    return Math.exp(solveIncreasingFunction(moreAt, toLogOdds(probability), [middle - reach, middle + reach]));
  };
  return { value: episodes / mean, low: episodes === 0 ? 0 : limit(tail), high: limit(1 - tail) };
}
