import { dayInMs } from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import {
  type BlockCounts,
  estimateDispersions,
  type LikelyDispersion,
  type PriorDispersion,
} from '../../stats/dispersion.ts';
import { fitRatePrior, type RatePrior } from '../forecast/rate-prior.ts';
import type { TrendSeries } from '../trend/observe-series.ts';

/** Prior of a fix's effect, estimated from all patterns of an organisation at the time of the fix. */
export interface EffectPrior {
  readonly perDay: RatePrior;
  /** Distribution, over the patterns, of the number of episodes per change; null if no changes are known. */
  readonly perChange: RatePrior | null;
  /** Possible dispersions of each pattern, keyed by pattern id. */
  readonly dispersions: ReadonlyMap<string, readonly LikelyDispersion[]>;
}

/** A pattern exists only from its second episode on. */
const minEpisodes = 2;
/** Episodes are counted by quarter, which is long enough to show bursts and rate changes within months. */
const block = 91 * dayInMs;
/** Possible kinds of variation: independent episodes, bursts, a varying rate, or bursts and a varying rate. */
const scatters: readonly PriorDispersion[] = [
  { value: 1, weight: 0.4 },
  { value: 2, weight: 0.1 },
  { value: 4, weight: 0.1 },
  { value: 8, weight: 0.1 },
  { value: 1, perEpisode: 0.15, weight: 0.1 },
  { value: 1, perEpisode: 0.5, weight: 0.1 },
  { value: 4, perEpisode: 0.5, weight: 0.1 },
];

/**
 * Estimates how much rates differ between patterns, and how much episodes cluster in time. Rates refer to the time from
 * when a pattern could first be seen. If that time began at the first episode, the rates would be too high.
 * @param series one series per pattern, which ends at the fix, or at an earlier fix of the same pattern
 * @param knownFrom time of the first known change, in ms
 */
export function fitEffectPrior(series: readonly TrendSeries[], knownFrom: number): EffectPrior {
  const known = series.filter(({ times, from, until }) => times.length >= minEpisodes && from < until);
  const byDay = known.map(({ times, from, until }) => ({ count: times.length, days: (until - from) / dayInMs }));
  const byChange = known.flatMap(({ times, from, until, opportunities }) => {
    const start = Math.max(from, knownFrom);
    const [count, changes] = [countTimesBetween(times, start, until), opportunities?.count(start, until) ?? 0];
    return count < minEpisodes || changes === 0 ? [] : [{ count, days: changes }];
  });
  const estimated = estimateDispersions(series.map(countQuarters), scatters);
  return {
    perDay: fitRatePrior(byDay, minEpisodes),
    perChange: byChange.length === 0 ? null : fitRatePrior(byChange, minEpisodes),
    dispersions: new Map(series.map(({ id }, at) => [id, estimated[at] ?? []])),
  };
}

/** Counts episodes by quarter, backwards from the end. Drops an incomplete first quarter. */
function countQuarters({ times, from, until }: TrendSeries): BlockCounts {
  const starts = Array.from(
    { length: Math.floor((until - from) / block) },
    (_, at) => until - (at + 1) * block,
  ).reverse();
  return {
    counts: starts.map((start) => countTimesBetween(times, start, start + block)),
    exposures: starts.map(() => block / dayInMs),
  };
}
