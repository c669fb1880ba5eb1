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
import { computeQuantileInterval, createSurvivalQuantiles } from '../../stats/quantile-intervals.ts';

export interface DurationsInput {
  /** In hours. */
  readonly ended: readonly number[];
  /** Hours so far of the durations that have not ended. */
  readonly open: readonly number[];
  readonly unknown: number;
}

/** Lower bounds of the bins in hours: 0, then 1, 3, 10, 30 minutes, and so on up to 30 days. */
const bins = [
  0,
  ...[1, 3, 10, 30].map((minutes) => (minutes * minuteInMs) / hourInMs),
  ...[1, 3, 10],
  ...[1, 3, 10, 30].map((days) => (days * dayInMs) / hourInMs),
] as const;

/** Summarises durations. Censors open items (Kaplan–Meier), since counting them as ended would shorten the result. */
export function describeDurations({ ended, open, unknown }: DurationsInput): DurationSummary {
  const sorted = [...ended].sort((a, b) => a - b);
  const survival = open.length === 0 ? null : createSurvivalQuantiles(sorted, open);
  const quantile = (share: number): DurationQuantile => {
    if (survival !== null) return survival(share);
    if (sorted.length === 0) return { value: null, low: null, high: null };
    return { value: quantileSorted(sorted, share), ...computeQuantileInterval(sorted, share) };
  };
  return {
    completed: ended.length,
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

/** Summarises durations of episodes. An episode without an end is open if it has an incident, otherwise unknown. */
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
