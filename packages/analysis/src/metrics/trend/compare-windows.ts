import { dayInMs, type RateComparison } from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import {
  intervalOfRateRatio,
  minPValueOfRateDifference,
  pValueOfRateDifference,
  rulesOutRateChangeBy,
  type TwoPeriodCounts,
} from '../../stats/compare-counts.ts';
import { type BlockCounts, computeMeanDispersion, type LikelyDispersion } from '../../stats/dispersion.ts';
import { estimateRate } from '../../stats/rate-interval.ts';
import type { TrendSeries } from './observe-series.ts';

export interface TrendExposure {
  /** Returns the exposure between two times in ms, in units of the rate. */
  exposure(from: number, until: number): number;
  /** Time from which exposure is known, in ms. */
  readonly from: number;
}

export interface EpisodeCountsInWindows {
  readonly pair: TwoPeriodCounts;
  readonly exposures: { readonly before: number; readonly recent: number };
  /** p-value of the difference; null if no division of the total count between the windows could be significant. */
  readonly p: number | null;
}

export const trendSignificanceLevel = 0.05;
export const steadyWithin = 1.5;
/** Block lengths for estimating the dispersion, in days: long enough to contain most bursts. */
const [shortestBlock, longestBlock] = [7, 28];
const blocksWanted = 12;

export function createWeekExposure({ from }: TrendSeries): TrendExposure {
  return { from, exposure: (start, end) => (end - start) / (7 * dayInMs) };
}

/** Measures exposure in hundreds of changes, from `knownFrom` (ms) on. Returns null if no changes are known. */
export function createChangeExposure(
  { from, until, opportunities }: TrendSeries,
  knownFrom: number,
): TrendExposure | null {
  const start = Math.max(from, knownFrom);
  if (opportunities === null || opportunities.count(start, until) === 0) return null;
  return { from: start, exposure: (begin, end) => opportunities.count(begin, end) / 100 };
}

/** Counts episodes in blocks of one to four weeks, starting from the end of the series. */
export function countEpisodesByBlock({ times, until }: TrendSeries, clock: TrendExposure): BlockCounts {
  const days = (until - clock.from) / dayInMs;
  const block = Math.min(longestBlock, Math.max(shortestBlock, Math.floor(days / blocksWanted))) * dayInMs;
  const blocks = Math.max(0, Math.floor((until - clock.from) / block));
  const starts = Array.from({ length: blocks }, (_, at) => until - (blocks - at) * block);
  return {
    counts: starts.map((start) => countTimesBetween(times, start, start + block)),
    exposures: starts.map((start) => clock.exposure(start, start + block)),
  };
}

/** Returns null if the recent window or the time before has no exposure. */
export function countEpisodesInWindows(
  { times, until, recentFrom }: TrendSeries,
  clock: TrendExposure,
  dispersion: readonly LikelyDispersion[],
): EpisodeCountsInWindows | null {
  if (recentFrom === null || recentFrom <= clock.from) return null;
  const exposures = { before: clock.exposure(clock.from, recentFrom), recent: clock.exposure(recentFrom, until) };
  if (exposures.before <= 0 || exposures.recent <= 0) return null;
  const pair = {
    before: countTimesBetween(times, clock.from, recentFrom),
    recent: countTimesBetween(times, recentFrom, until),
    recentShare: exposures.recent / (exposures.before + exposures.recent),
    dispersion,
  };
  return {
    pair,
    exposures,
    p: minPValueOfRateDifference(pair) > trendSignificanceLevel ? null : pValueOfRateDifference(pair),
  };
}

export function describeRateComparison({ pair, exposures, p }: EpisodeCountsInWindows): RateComparison {
  const dispersion = computeMeanDispersion(pair.dispersion);
  const before = estimateRate(pair.before, exposures.before, dispersion);
  const recent = estimateRate(pair.recent, exposures.recent, dispersion);
  const value = before.value === 0 ? null : recent.value / before.value;
  return { before, recent, ratio: { value, ...intervalOfRateRatio(pair) }, p };
}

export function isRateSteady({ pair }: EpisodeCountsInWindows): boolean {
  return rulesOutRateChangeBy(steadyWithin, pair);
}

export function isRecentRateHigher({ pair, exposures }: EpisodeCountsInWindows): boolean {
  return pair.recent * exposures.before > pair.before * exposures.recent;
}
