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

/** By what exposure is measured. */
export interface Clock {
  /** In units of the rate, between two instants in ms. */
  exposure(from: number, until: number): number;
  /** In ms: of the time before it knows nothing. */
  readonly from: number;
}

/** What happened in the recent window and before it. */
export interface Windows {
  readonly pair: CountPair;
  readonly exposures: { readonly before: number; readonly recent: number };
  /** Chance of so large a difference; null where it cannot be low, whatever happened. */
  readonly p: number | null;
}

/** Up to it a chance is significant. */
export const level = 0.05;
/** A rate that is steady has not changed by half or more. */
const steadyWithin = 1.5;
/** Dispersion is looked for in blocks that are long enough for a burst to be mostly in one, in days. */
const [shortestBlock, longestBlock] = [7, 28];
const blocksWanted = 12;

export function weeksOf({ from }: Series): Clock {
  return { from, exposure: (start, end) => (end - start) / (7 * dayInMs) };
}

/**
 * In hundreds of changes; null where none is known.
 * @param knownFrom changes are known from then on, in ms
 */
export function changesOf({ from, until, opportunities }: Series, knownFrom: number): Clock | null {
  const start = Math.max(from, knownFrom);
  if (opportunities === null || opportunities.count(start, until) === 0) return null;
  return { from: start, exposure: (begin, end) => opportunities.count(begin, end) / 100 };
}

/** Counts in blocks of one to four weeks, the last of them up to the end. */
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

/** Null where one of the two windows has no exposure. */
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

/** Whether a change by half or more is ruled out. */
export function isSteady({ pair }: Windows): boolean {
  return rulesOutChangeBy(steadyWithin, pair);
}

/** Whether the recent rate is the higher one. */
export function hasMore({ pair, exposures }: Windows): boolean {
  return pair.recent * exposures.before > pair.before * exposures.recent;
}
