import { dayInMs } from '@refrain/domain';
import { countBetween } from '../../collections/count-between.ts';
import {
  type BlockedCounts,
  estimateDispersions,
  type LikelyDispersion,
  type LikelyScatter,
} from '../../stats/dispersion.ts';
import { fitRatePrior, type RatePrior } from '../forecast/rate-prior.ts';
import type { Series } from '../trend/observe-series.ts';

/** What all patterns of an organisation tell of each of them, at one moment. */
export interface EffectPrior {
  /** Episodes by day. */
  readonly perDay: RatePrior;
  /** Episodes by change; null where no change is known. */
  readonly perChange: RatePrior | null;
  /** By the id of the pattern: how much its episodes come in bursts. */
  readonly dispersions: ReadonlyMap<string, readonly LikelyDispersion[]>;
}

/** A pattern is known from its second episode on. */
const fewest = 2;
/**
 * A quarter of a year: long enough to see not only bursts but also rates that rise and fade by themselves within months, which
 * look like the work of a fix.
 */
const block = 91 * dayInMs;
/** Each alone, in bursts, at a rate that goes up and down, or both. */
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
 * How the rates of patterns differ, and how their episodes come. A pattern counts for all the time in which it could be seen, and
 * not from its first episode on, which would make its rate look higher; that those with one episode are not known, the fit of
 * the prior allows for.
 * @param series of all patterns, each up to the moment of the fix, or of its own fix where that was earlier
 * @param knownFrom changes are known from then on, in ms
 */
export function fitEffectPrior(series: readonly Series[], knownFrom: number): EffectPrior {
  const known = series.filter(({ times, from, until }) => times.length >= fewest && from < until);
  const byDay = known.map(({ times, from, until }) => ({ count: times.length, days: (until - from) / dayInMs }));
  const byChange = known.flatMap(({ times, from, until, opportunities }) => {
    const start = Math.max(from, knownFrom);
    const [count, changes] = [countBetween(times, start, until), opportunities?.count(start, until) ?? 0];
    return count < fewest || changes === 0 ? [] : [{ count, days: changes }];
  });
  const estimated = estimateDispersions(series.map(countQuarters), scatters);
  return {
    perDay: fitRatePrior(byDay, fewest),
    perChange: byChange.length === 0 ? null : fitRatePrior(byChange, fewest),
    dispersions: new Map(series.map(({ id }, at) => [id, estimated[at] ?? []])),
  };
}

/** Quarters up to the end; what is left at the beginning is no block. */
function countQuarters({ times, from, until }: Series): BlockedCounts {
  const starts = Array.from(
    { length: Math.floor((until - from) / block) },
    (_, at) => until - (at + 1) * block,
  ).reverse();
  return {
    counts: starts.map((start) => countBetween(times, start, start + block)),
    exposures: starts.map(() => block / dayInMs),
  };
}
