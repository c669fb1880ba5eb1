import {
  type ChangePoint,
  dayInMs,
  type ObservedChange,
  type ObservedEpisode,
  type ObservedPeriod,
  type Trend,
  type TrendDirection,
  type Trends,
} from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { computeMeanDispersion } from '../../stats/dispersion.ts';
import { estimateRate } from '../../stats/rate-interval.ts';
import { describeRateComparison, isRateSteady, isRecentRateHigher, trendSignificanceLevel } from './compare-windows.ts';
import {
  computeTrendTestResults,
  type ExposureTestResult,
  isTrendSignificant,
  type TrendTestResult,
  trendFalseDiscoveryRate,
} from './compute-trend-test-results.ts';
import { indexChangesByLocation } from './index-changes-by-location.ts';
import { listWeeks, type ObservedWeek } from './list-weeks.ts';
import {
  createOrganisationSeries,
  createSeriesOfPatterns,
  createSeriesOfServices,
  msToInstant,
  type TrendSeries,
} from './observe-series.ts';

interface TrendsInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}

/**
 * Measures trends by two tests that allow for bursts: one compares the recent window with the time before, the other
 * searches for a change at any time. A trend is significant at 5 %, with a false discovery rate of 10 % per family.
 */
export function measureTrends({ episodes, changes, period }: TrendsInput): Trends {
  const span = { from: Date.parse(period.from), until: Date.parse(period.until) };
  if (!(span.from < span.until)) throw new RangeError('The period of a trend must end after it begins.');
  const isWithin = (instant: string): boolean => Date.parse(instant) >= span.from && Date.parse(instant) < span.until;
  const counted = episodes.filter(({ startedAt }) => isWithin(startedAt));
  const byLocation = indexChangesByLocation(changes.filter(({ at }) => isWithin(at)));
  const weeks = listWeeks(period);
  const knownFrom = byLocation.everywhere?.first ?? span.until;
  const describeFamily = (family: readonly TrendSeries[]) =>
    computeTrendTestResults(family, knownFrom).map((tested) => describeTrend(tested, weeks, knownFrom));
  const [organisation] = describeFamily([createOrganisationSeries(counted, span, byLocation)]);
  if (organisation === undefined) throw new RangeError('No trend was measured for the organisation.');
  return {
    period,
    significance: trendSignificanceLevel,
    falseDiscoveryRate: trendFalseDiscoveryRate,
    organisation,
    services: describeFamily(createSeriesOfServices(counted, span, byLocation)),
    patterns: describeFamily(createSeriesOfPatterns(counted, span, byLocation)),
  };
}

/** @param knownFrom time of the first known change, in ms */
function describeTrend(tested: TrendTestResult, weeks: readonly ObservedWeek[], knownFrom: number): Trend {
  const { series, inWeeks, inChanges } = tested;
  const changePoints = describeChanges(tested);
  return {
    scope: series.scope,
    id: series.id,
    observedFrom: msToInstant(series.from),
    until: msToInstant(series.until),
    recentFrom: series.recentFrom === null ? null : msToInstant(series.recentFrom),
    weeks: describeWeeks(series, weeks, knownFrom),
    perWeek: describeMeasure(series, inWeeks, changePoints),
    per100Changes: inChanges === null ? null : describeMeasure(series, inChanges, []),
    changePoints,
    dispersion: computeMeanDispersion(inWeeks.dispersion),
  };
}

function describeMeasure(series: TrendSeries, tested: ExposureTestResult, changePoints: readonly ChangePoint[]) {
  const { clock, dispersion, windows, test } = tested;
  const episodes = countTimesBetween(series.times, clock.from, series.until);
  return {
    overall: estimateRate(episodes, clock.exposure(clock.from, series.until), computeMeanDispersion(dispersion)),
    comparison: windows === null ? null : describeRateComparison(windows),
    test,
    direction: decide(series, tested, changePoints),
  };
}

/**
 * Decides a trend's direction by the latest evidence: a change point in the recent window, else a difference between
 * the windows, else a change point in the second half that agrees with the difference.
 */
function decide(
  series: TrendSeries,
  { windows, test }: ExposureTestResult,
  changePoints: readonly ChangePoint[],
): TrendDirection {
  if (windows === null || test === null) return 'too_few';
  if (!isTrendSignificant(test)) return isRateSteady(windows) ? 'steady' : 'no_clear_change';
  const last = changePoints.at(-1);
  const isUp = last !== undefined && last.after.value > last.before.value;
  const isSince = (time: number | null): boolean => time !== null && last !== undefined && Date.parse(last.at) >= time;
  if (isSince(series.recentFrom)) return isUp ? 'rising' : 'falling';
  const isDifferent = windows.p !== null && windows.p <= trendSignificanceLevel;
  if (isDifferent || (isSince((series.from + series.until) / 2) && isUp === isRecentRateHigher(windows)))
    return isRecentRateHigher(windows) ? 'rising' : 'falling';
  return isRateSteady(windows) ? 'steady' : 'no_clear_change';
}

function describeChanges({ series, inWeeks, changes }: TrendTestResult): ChangePoint[] {
  const { times, from, until } = series;
  const toTime = (days: number): number => from + days * dayInMs;
  const rateBetween = (start: number, end: number) =>
    estimateRate(
      countTimesBetween(times, start, end),
      inWeeks.clock.exposure(start, end),
      computeMeanDispersion(inWeeks.dispersion),
    );
  return changes.map(({ at, earliest, latest, p }, place) => {
    const [before, after] = [changes[place - 1], changes[place + 1]];
    const moment = toTime(at);
    return {
      at: msToInstant(moment),
      earliest: msToInstant(toTime(earliest)),
      latest: msToInstant(toTime(latest)),
      before: rateBetween(before === undefined ? from : toTime(before.at), moment),
      after: rateBetween(moment, after === undefined ? until : toTime(after.at)),
      p,
    };
  });
}

function describeWeeks({ times, from, opportunities }: TrendSeries, weeks: readonly ObservedWeek[], knownFrom: number) {
  return weeks
    .filter(({ until }) => until > from)
    .map((week) => {
      const start = Math.max(week.from, from);
      return {
        week: week.week,
        days: (week.until - start) / dayInMs,
        episodes: countTimesBetween(times, start, week.until),
        changes: opportunities === null || week.until <= knownFrom ? null : opportunities.count(start, week.until),
      };
    });
}
