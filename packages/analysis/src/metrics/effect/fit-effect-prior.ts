import { dayInMs } from '@refrain/domain';
import { countBetween } from '../../collections/count-between.ts';
import {
  type BlockedCounts,
  estimateDispersions,
  type LikelyDispersion,
  type LikelyScatter,
} from '../../stats/dispersion.ts';
import { fitRatePrior, type RatePrior } from '../forecast/rate-prior.ts';
import type { TrendSeries } from '../trend/observe-series.ts';

/** Prior of a fix's effect, estimated from all patterns of an organisation at the time of the fix. */
export interface EffectPrior {
  /** Distribution of episodes per day. */
  readonly perDay: RatePrior;
  /** Distribution of episodes per change; null if no changes are known. */
  readonly perChange: RatePrior | null;
  /** Keyed by pattern id. */
  readonly dispersions: ReadonlyMap<string, readonly LikelyDispersion[]>;
}

/** A pattern is known from the second episode on. */
const minEpisodes = 2;
/**
 * A quarter: long enough to see bursts, and rates that change within months and could look like the effect of a fix.
 */
const block = 91 * dayInMs;
/** Candidates: independent episodes, bursts, a varying rate, or both. */
const scatters: readonly LikelyScatter[] = [
  { value: 1, weight: 0.4 },
  { value: 2, weight: 0.1 },
  { value: 4, weight: 0.1 },
  { value: 8, weight: 0.1 },
  { value: 1, perEpisode: 0.15, weight: 0.1 },
  { value: 1, perEpisode: 0.5, weight: 0.1 },
  { value: 4, perEpisode: 0.5, weight: 0.1 },
];

/**
 * Estimates how rates differ between patterns and how episodes cluster. A pattern counts for all the time in which it
 * could be seen; counted from its first episode on, its rate would look too high.
 * @param series of all patterns, each up to the fix or its own earlier fix
 * @param knownFrom start of the known changes, in ms
 */
export function fitEffectPrior(series: readonly TrendSeries[], knownFrom: number): EffectPrior {
  const known = series.filter(({ times, from, until }) => times.length >= minEpisodes && from < until);
  const byDay = known.map(({ times, from, until }) => ({ count: times.length, days: (until - from) / dayInMs }));
  const byChange = known.flatMap(({ times, from, until, opportunities }) => {
    const start = Math.max(from, knownFrom);
    const [count, changes] = [countBetween(times, start, until), opportunities?.count(start, until) ?? 0];
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
function countQuarters({ times, from, until }: TrendSeries): BlockedCounts {
  const starts = Array.from(
    { length: Math.floor((until - from) / block) },
    (_, at) => until - (at + 1) * block,
  ).reverse();
  return {
    counts: starts.map((start) => countBetween(times, start, start + block)),
    exposures: starts.map(() => block / dayInMs),
  };
}
