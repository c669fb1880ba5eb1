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
  /** Durations of ended items, in hours, in any order. */
  readonly ended: readonly number[];
  /** Durations so far of open items, in hours. */
  readonly open: readonly number[];
  /** The number of items whose end is unknown. */
  readonly unknown: number;
}

/** The lower bounds of the bins, in hours: 1, 3, 10, 30 minutes, and so on up to 30 days. */
const bins = [
  0,
  ...[1, 3, 10, 30].map((minutes) => (minutes * minuteInMs) / hourInMs),
  ...[1, 3, 10],
  ...[1, 3, 10, 30].map((days) => (days * dayInMs) / hourInMs),
] as const;

/**
 * Summarises durations: median, quartiles and 90th percentile with exact intervals, and a histogram. With open items
 * the quantiles come from the Kaplan–Meier survival curve: leaving them out would hide the longest durations, and
 * counting them as ended would make them too short.
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
 * Summarises the durations of episodes. An episode without an end is open if it contains an incident, because incidents
 * state their end; other episodes without an end, and those without a time of day, are unknown.
 * @param until the end of the observation
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
