import { dayInMs, type RateComparison } from '@refrain/domain';
import { countBetween } from '../../collections/count-between.ts';
import {
  type CountPair,
  intervalOfRatio,
  minPValueOfDifference,
  pValueOfDifference,
  rulesOutChangeBy,
} from '../../stats/compare-counts.ts';
import { type BlockedCounts, type LikelyDispersion, meanDispersion } from '../../stats/dispersion.ts';
import { estimateRate } from '../../stats/rate-interval.ts';
import type { Series } from './observe-series.ts';

/** A measure of exposure. */
export interface Clock {
  /** Returns the exposure between two instants in ms, in units of the rate. */
  exposure(from: number, until: number): number;
  /** The start of its data, in ms. */
  readonly from: number;
}

/** The counts in the recent window and before it. */
export interface Windows {
  readonly pair: CountPair;
  readonly exposures: { readonly before: number; readonly recent: number };
  /** The p-value of the difference; null if no outcome could have been significant. */
  readonly p: number | null;
}

/** The significance level. */
export const level = 0.05;
/** A rate is steady if a change by this factor or more is ruled out. */
const steadyWithin = 1.5;
/** The block lengths for estimating dispersion, in days: long enough to contain most bursts. */
const [shortestBlock, longestBlock] = [7, 28];
const blocksWanted = 12;

export function weeksOf({ from }: Series): Clock {
  return { from, exposure: (start, end) => (end - start) / (7 * dayInMs) };
}

/**
 * Measures exposure in hundreds of changes. Returns null if none are known.
 * @param knownFrom when the known changes begin, in ms
 */
export function changesOf({ from, until, opportunities }: Series, knownFrom: number): Clock | null {
  const start = Math.max(from, knownFrom);
  if (opportunities === null || opportunities.count(start, until) === 0) return null;
  return { from: start, exposure: (begin, end) => opportunities.count(begin, end) / 100 };
}

/** Counts episodes in blocks of one to four weeks, backwards from the end. */
export function countBlocks({ times, until }: Series, clock: Clock): BlockedCounts {
  const days = (until - clock.from) / dayInMs;
  const block = Math.min(longestBlock, Math.max(shortestBlock, Math.floor(days / blocksWanted))) * dayInMs;
  const blocks = Math.max(0, Math.floor((until - clock.from) / block));
  const starts = Array.from({ length: blocks }, (_, at) => until - (blocks - at) * block);
  return {
    counts: starts.map((start) => countBetween(times, start, start + block)),
    exposures: starts.map((start) => clock.exposure(start, start + block)),
  };
}

/** Counts the episodes of both windows. Returns null if one has no exposure. */
export function countWindows(
  { times, until, recentFrom }: Series,
  clock: Clock,
  dispersion: readonly LikelyDispersion[],
): Windows | null {
  if (recentFrom === null || recentFrom <= clock.from) return null;
  const exposures = { before: clock.exposure(clock.from, recentFrom), recent: clock.exposure(recentFrom, until) };
  if (exposures.before <= 0 || exposures.recent <= 0) return null;
  const pair = {
    before: countBetween(times, clock.from, recentFrom),
    recent: countBetween(times, recentFrom, until),
    recentShare: exposures.recent / (exposures.before + exposures.recent),
    dispersion,
  };
  return { pair, exposures, p: minPValueOfDifference(pair) > level ? null : pValueOfDifference(pair) };
}

export function describeComparison({ pair, exposures, p }: Windows): RateComparison {
  const dispersion = meanDispersion(pair.dispersion);
  const before = estimateRate(pair.before, exposures.before, dispersion);
  const recent = estimateRate(pair.recent, exposures.recent, dispersion);
  const value = before.value === 0 ? null : recent.value / before.value;
  return { before, recent, ratio: { value, ...intervalOfRatio(pair) }, p };
}

/** Tells whether a change by half or more is ruled out. */
export function isSteady({ pair }: Windows): boolean {
  return rulesOutChangeBy(steadyWithin, pair);
}

/** Tells whether the recent rate is higher. */
export function hasMore({ pair, exposures }: Windows): boolean {
  return pair.recent * exposures.before > pair.before * exposures.recent;
}
