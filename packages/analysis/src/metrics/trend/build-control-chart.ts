import {
  type ControlChart,
  type ControlPoint,
  dayInMs,
  type ObservedChange,
  type ObservedEpisode,
  type ObservedPeriod,
} from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { probabilityOfRunOnOneSide, type SideProbabilities } from '../../stats/run-probability.ts';
import { type ControlLimits, computeControlLimits } from './control-limits.ts';
import { findControlSignals } from './find-control-signals.ts';
import { listWeeks } from './list-weeks.ts';
import { measureLimitWidening } from './measure-limit-widening.ts';

export interface ControlChartInput {
  readonly episodes: readonly ObservedEpisode[];
  /** If empty, the chart shows episodes per week instead of per change. */
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}

/** Minimum number of points in a row on one side of the centre, by Nelson's second rule. */
const minRunLength = 9;
/**
 * The required length of a run is increased until a false run in the whole chart is at most this likely. With small
 * counts, false runs are likely, since most points lie below the centre.
 */
const maxRuns = 0.1;

/**
 * Builds a u chart of weekly episodes per change (Montgomery, "Introduction to Statistical Quality Control", 7.3), with
 * Laney's wider limits for overdispersed counts (2002) and Nelson's rules 1 and 2 (1984). More rules would raise more
 * false alarms. Weeks without exposure have no point.
 */
export function buildControlChart({ episodes, changes, period }: ControlChartInput): ControlChart {
  const starts = toTimes(episodes.map(({ startedAt }) => startedAt));
  const times = toTimes(changes.map(({ at }) => at));
  const byChanges = countTimesBetween(times, Date.parse(period.from), Date.parse(period.until)) > 0;
  const weeks = listWeeks(period).map(({ week, from, until }) => ({
    week,
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    episodes: countTimesBetween(starts, from, until),
    exposure: byChanges ? countTimesBetween(times, from, until) / 100 : (until - from) / (7 * dayInMs),
  }));
  const exposed = weeks.filter(({ exposure }) => exposure > 0);
  const exposure = exposed.reduce((sum, week) => sum + week.exposure, 0);
  const centre = exposure === 0 ? null : exposed.reduce((sum, week) => sum + week.episodes, 0) / exposure;
  const widening = measureLimitWidening(
    exposed
      .map((week) => ({ count: week.episodes, expected: (centre ?? 0) * week.exposure }))
      .filter(({ expected }) => expected > 0),
  );
  const limits = exposed.map((week) => computeControlLimits((centre ?? 0) * week.exposure, widening));
  const limitsOf = new Map(exposed.map(({ week }, at) => [week, limits[at]]));
  const points = weeks.map((week): ControlPoint => {
    const own = limitsOf.get(week.week);
    if (own === undefined) return { ...week, value: null, low: null, high: null };
    const toRate = (count: number): number => count / week.exposure;
    return { ...week, value: toRate(week.episodes), low: toRate(own.low), high: toRate(own.high) };
  });
  const sides = limits.map(({ expected, cdf }) => ({
    above: 1 - cdf(Math.floor(expected)),
    below: cdf(Math.ceil(expected) - 1),
  }));
  const runLength = chooseRunLength(sides);
  return {
    unit: byChanges ? '100_changes' : 'week',
    kind: widening > 1 ? 'u_prime' : 'u',
    centre,
    widening,
    points,
    signals: centre === null ? [] : findControlSignals(points, centre, runLength),
    runLength,
    falseAlarmProbability: {
      beyond_limits: probabilityBeyond(limits),
      run: probabilityOfRunOnOneSide(sides, runLength),
    },
  };
}

function toTimes(instants: readonly string[]): number[] {
  return instants.map((instant) => Date.parse(instant)).sort((a, b) => a - b);
}

function chooseRunLength(sides: readonly SideProbabilities[]): number {
  let length = minRunLength;
  while (length <= sides.length && probabilityOfRunOnOneSide(sides, length) > maxRuns) length += 1;
  return length;
}

function probabilityBeyond(limits: readonly ControlLimits[]): number {
  const within = limits.reduce(
    (probability, { low, high, cdf }) => probability * (cdf(Math.floor(high)) - cdf(Math.ceil(low) - 1)),
    1,
  );
  return Math.min(1, Math.max(0, 1 - within));
}
