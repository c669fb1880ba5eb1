import {
  type DurationQuantile,
  type DurationSummary,
  dayInMs,
  hasTimeOfDay,
  hourInMs,
  minuteInMs,
  type ObservedEpisode,
} from '@refrain/domain';
import { quantileSorted } from 'simple-statistics';
import { createSurvival } from '../../stats/kaplan-meier.ts';
import { rankQuantile } from '../../stats/rank-quantile.ts';

export interface DurationsInput {
  /** Of those that ended, in hours, in any order. */
  readonly ended: readonly number[];
  /** How long the open ones have been on, in hours. */
  readonly open: readonly number[];
  /** How many there are of which nothing tells the end. */
  readonly unknown: number;
}

/** Where bins begin, in hours: 1, 3, 10, 30 minutes, and so on up to 30 days. */
const bins = [
  0,
  ...[1, 3, 10, 30].map((minutes) => (minutes * minuteInMs) / hourInMs),
  ...[1, 3, 10],
  ...[1, 3, 10, 30].map((days) => (days * dayInMs) / hourInMs),
] as const;

/**
 * How long it takes: median, quartiles and 90th percentile with exact intervals, and how the durations are distributed. Where
 * some are open, leaving them out would hide the longest, and counting them as they are would make them too short: then
 * quantiles are those of the survival curve (Kaplan and Meier).
 */
export function describeDurations({ ended, open, unknown }: DurationsInput): DurationSummary {
  const sorted = [...ended].sort((a, b) => a - b);
  const survival = open.length === 0 ? null : createSurvival(sorted, open);
  const quantile = (share: number): DurationQuantile => {
    if (survival !== null) return survival.quantile(share);
    if (sorted.length === 0) return { value: null, low: null, high: null };
    return { value: quantileSorted(sorted, share), ...rankQuantile(sorted, share) };
  };
  return {
    ended: ended.length,
    open: open.length,
    unknown,
    method: survival === null ? 'order' : 'kaplan_meier',
    firstQuartile: quantile(0.25),
    median: quantile(0.5),
    thirdQuartile: quantile(0.75),
    ninetiethPercentile: quantile(0.9),
    histogram: bins.map((from, at) => {
      const until = bins[at + 1] ?? null;
      const count = sorted.filter((hours) => hours >= from && (until === null || hours < until)).length;
      return { from, until, count };
    }),
  };
}

/**
 * How long episodes were on. One without an end is open where an incident is in it, since incidents tell their end; of the
 * others, and of those without a time of day, nothing is known.
 * @param until in what was observed up to then
 */
export function describeEpisodeDurations(episodes: readonly ObservedEpisode[], until: string): DurationSummary {
  const isOpen = ({ endedAt, kinds, precision }: ObservedEpisode): boolean =>
    endedAt === null && kinds.includes('incident') && hasTimeOfDay(precision);
  const closed = episodes.filter((episode) => !isOpen(episode));
  return describeDurations({
    ended: closed.flatMap(({ hours }) => hours ?? []),
    open: episodes
      .filter(isOpen)
      .map(({ startedAt }) => Math.max(0, (Date.parse(until) - Date.parse(startedAt)) / hourInMs)),
    unknown: closed.filter(({ hours }) => hours === null).length,
  });
}
