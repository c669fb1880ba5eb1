import {
  type ControlChart,
  type ControlChartPoint,
  type ControlChartSignal,
  dayInMs,
  type ObservedChange,
  type ObservedEpisode,
  type ObservedPeriod,
} from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { type CentreLineSideProbabilities, probabilityOfRunOnOneSide } from '../../stats/run-probability.ts';
import { type ControlLimits, computeControlLimits, measureControlLimitWidening } from './control-limits.ts';
import { listWeeks } from './list-weeks.ts';

interface ControlChartInput {
  readonly episodes: readonly ObservedEpisode[];
  /** If they are few, the chart shows episodes per week instead of per change. */
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}

/**
 * Minimum number of changes per episode at which the chart shows rates per change. With fewer, many episodes cannot come from a
 * recorded change, so that the number of changes says little about how many episodes to expect.
 */
const minChangesPerEpisode = 5;
/** Minimum number of points in a row on one side of the centre, by Nelson's second rule. */
const minRunLength = 9;
/** Maximum probability of a false run in the whole chart. The required length of a run is chosen accordingly. */
const maxRuns = 0.1;

/**
 * Builds a u chart of weekly episodes per change (Montgomery, "Introduction to Statistical Quality Control", 7.3), with
 * Laney's wider limits for overdispersed counts (2002) and Nelson's rules 1 and 2 (1984). More rules would raise more
 * false alarms. Weeks without exposure have no point.
 */
export function buildControlChart({ episodes, changes, period }: ControlChartInput): ControlChart {
  const starts = toTimes(episodes.map(({ startedAt }) => startedAt));
  const times = toTimes(changes.map(({ at }) => at));
  const countInPeriod = (instants: readonly number[]) =>
    countTimesBetween(instants, Date.parse(period.from), Date.parse(period.until));
  const changesInPeriod = countInPeriod(times);
  const byChanges = changesInPeriod > 0 && changesInPeriod >= minChangesPerEpisode * countInPeriod(starts);
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
  const widening = measureControlLimitWidening(
    exposed
      .map((week) => ({ count: week.episodes, expected: (centre ?? 0) * week.exposure }))
      .filter(({ expected }) => expected > 0),
  );
  const limits = exposed.map((week) => computeControlLimits((centre ?? 0) * week.exposure, widening));
  const limitsOf = new Map(exposed.map(({ week }, at) => [week, limits[at]]));
  const points = weeks.map((week): ControlChartPoint => {
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

function chooseRunLength(sides: readonly CentreLineSideProbabilities[]): number {
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

type Side = ControlChartSignal['side'];

function findControlSignals(
  points: readonly ControlChartPoint[],
  centre: number,
  runLength: number,
): ControlChartSignal[] {
  const known = points.filter(({ value }) => value !== null);
  const beyond = known.flatMap((point): ControlChartSignal[] => {
    const side = sideBeyond(point);
    return side === null ? [] : [{ rule: 'beyond_limits', side, fromWeek: point.week, toWeek: point.week }];
  });
  const runs = findRuns(known, centre)
    .filter(({ weeks }) => weeks.length >= runLength)
    .map(({ side, weeks }): ControlChartSignal => {
      return { rule: 'run', side, fromWeek: weeks[0] ?? '', toWeek: weeks.at(-1) ?? '' };
    });
  return [...beyond, ...runs].sort((a, b) => (a.fromWeek < b.fromWeek ? -1 : a.fromWeek > b.fromWeek ? 1 : 0));
}

function sideBeyond({ value, low, high }: ControlChartPoint): Side | null {
  if (value === null) return null;
  if (high !== null && value > high) return 'above';
  return low !== null && value < low ? 'below' : null;
}

function findRuns(points: readonly ControlChartPoint[], centre: number) {
  const runs: { side: Side; weeks: string[] }[] = [];
  let before: Side | null = null;
  for (const { value, week } of points) {
    const side: Side | null = value === null || value === centre ? null : value > centre ? 'above' : 'below';
    if (side !== null && side === before) runs.at(-1)?.weeks.push(week);
    else if (side !== null) runs.push({ side, weeks: [week] });
    before = side;
  }
  return runs;
}
