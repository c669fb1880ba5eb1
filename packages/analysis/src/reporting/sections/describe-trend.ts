import type {
  ChangePoint,
  Forecast,
  RateComparison,
  ReportSection,
  Statement,
  Trend,
  TrendDirection,
  TrendMeasure,
  TrendRate,
} from '@refrain/domain';
import { formatCount, formatDay, formatProbability } from '../../text/format.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import { describeForecast } from './describe-forecast.ts';
import { formatRate, formatRateChange, type RateUnit } from './describe-rate-ratio.ts';

const perChangeLabels: Readonly<Record<TrendDirection, string>> = {
  rising: 'episodes per change are rising',
  falling: 'episodes per change are falling',
  steady: 'episodes per change are steady',
  no_clear_change: 'episodes per change show no clear trend',
  too_few: 'there are not enough episodes for a trend per change',
};
const intervals = 'Ranges are 95 % intervals.';
const maxWeeks = 104;
/** Longer periods are given in months, and those of more months in years. */
const maxCountedWeeks = 9;
const maxCountedMonths = 24;

const directionLabels: Readonly<Record<'rising' | 'falling' | 'steady', string>> = {
  rising: 'Episodes are becoming more frequent; chance alone does not explain it.',
  falling: 'Episodes are becoming less frequent; chance alone does not explain it.',
  steady: 'The rate is steady: it has not changed by half or more.',
};

/** Describes the trend and the forecast. Says nothing about a rate that neither changed nor is known to be steady. */
export function describeTrend(trend: Trend | null, forecast: Forecast | null): ReportSection {
  const changes = trend === null ? [] : describeChanges(trend);
  const shown = changes.length === 0 ? [] : (trend?.weeks ?? []).slice(-maxWeeks);
  const recentRate = changes.length === 0 ? null : (trend?.perWeek.comparison?.recent.value ?? null);
  return createDetailSection('trend', 'Trend and forecast', [...changes, ...describeForecast(forecast, recentRate)], {
    chart: shown.every(({ episodes }) => episodes === 0)
      ? null
      : {
          kind: 'bars',
          title: 'Episodes per week',
          bars: shown.map(({ week, episodes }) => ({ label: week, value: episodes })),
          levels: [],
        },
  });
}

/**
 * Returns whether episodes are becoming more or less frequent now. A rate that changed before the recent window, and by
 * which the recent window does not differ clearly, is no news any more.
 */
export function findRecentDirection(trend: Trend | null): 'rising' | 'falling' | null {
  if (trend === null) return null;
  const { direction, comparison } = trend.perWeek;
  const last = trend.changePoints.at(-1);
  const isRecent =
    last !== undefined && trend.recentFrom !== null && Date.parse(last.at) >= Date.parse(trend.recentFrom);
  const { low = 0, high = null } = comparison?.ratio ?? {};
  if (!isRecent && last !== undefined && comparison !== null && !differsFromLastRate(comparison, last)) return null;
  if (direction === 'rising') return isRecent || low > 1 ? direction : null;
  if (direction === 'falling') return isRecent || (high !== null && high < 1) ? direction : null;
  return null;
}

/** The recent rate differs from that since the last change if it is at least this many times as high or as low. */
const minRateRatio = 1.5;

/** Returns whether the recent rate differs from the rate since the last change, and not only from earlier ones. */
function differsFromLastRate({ recent }: RateComparison, { after }: ChangePoint): boolean {
  const ratio = recent.value / after.value;
  return ratio >= minRateRatio || ratio <= 1 / minRateRatio;
}

function describeChanges(trend: Trend): Statement[] {
  const { perWeek, per100Changes, changePoints } = trend;
  const direction = perWeek.direction === 'steady' ? perWeek.direction : findRecentDirection(trend);
  return [
    ...(direction === null
      ? []
      : [
          createStatement(directionLabels[direction]),
          ...describeDifferentTrendPerChange(trend),
          ...describeMeasure(perWeek, 'a week', trend),
          ...describeMeasure(per100Changes, 'per 100 changes', trend),
        ]),
    ...changePoints.filter(isBetweenEpisodes).map(describeChangePoint),
  ];
}

/** The first episode of a pattern also changes the rate, from 0, which is no news. */
function isBetweenEpisodes({ before }: ChangePoint): boolean {
  return before.value > 0;
}

/**
 * Describes the trend per change if it differs from that of the weekly rate. More changes alone raise the weekly rate.
 */
function describeDifferentTrendPerChange({ perWeek, per100Changes }: Trend): Statement[] {
  if (per100Changes === null || per100Changes.direction === perWeek.direction || !isClear(per100Changes)) return [];
  return [createStatement(`However, ${perChangeLabels[per100Changes.direction]}.`)];
}

function isClear({ direction }: TrendMeasure): boolean {
  return direction !== 'too_few' && direction !== 'no_clear_change';
}

function isCompatibleWithNoChange({ low, high }: RateComparison['ratio']): boolean {
  return low <= 1 && (high === null || high >= 1);
}

function describeMeasure(measure: TrendMeasure | null, unit: RateUnit, { recentFrom, dispersion }: Trend): Statement[] {
  // Without a clear trend, the figures are compatible with any change.
  if (measure === null || !isClear(measure)) return [];
  const { overall, comparison, test } = measure;
  if (comparison !== null && isCompatibleWithNoChange(comparison.ratio)) return [];
  const rate = ({ value, low, high }: TrendRate) =>
    `${formatRate(value, unit)} (${formatRate(low, unit)} to ${formatRate(high, unit)})`;
  if (comparison === null || recentFrom === null)
    return [
      createStatement(
        `The rate since the start is ${formatRate(overall.value, unit)}.`,
        [],
        `The rate is ${rate(overall)}. ${intervals}`,
      ),
    ];
  const { before, recent, ratio } = comparison;
  const earlier =
    unit === 'a week'
      ? describeEarlierEpisodes(before)
      : `, and ${before.episodes} before (${formatRate(before.value, unit)})`;
  const tested =
    test === null
      ? ''
      : ` ${describeChance(test.p)} After correction for the number of patterns, it is ${formatProbability(test.q)}.`;
  const bursts = dispersion > 1 ? ' The test allows for episodes that come in bursts.' : '';
  const change = formatRateChange(ratio);
  const compared = change === null ? '' : ` In comparison: ${change}.`;
  return [
    createStatement(
      `There ${recent.episodes === 1 ? 'has' : 'have'} been ${formatCount(recent.episodes, 'episode')} since ${formatDay(recentFrom)} (${formatRate(recent.value, unit)})${earlier}.`,
      [],
      `The recent rate is ${rate(recent)}, the earlier rate ${rate(before)}.${compared} ${intervals}${tested}${bursts}`,
    ),
  ];
}

/** Counts the episodes before the recent window, and says how long Refrain had observed by then: “, after 3 in the 4 years before”. */
function describeEarlierEpisodes({ episodes, exposure }: TrendRate): string {
  return episodes === 0 ? ', and none before' : `, after ${episodes} in the ${formatWeeks(exposure)} before`;
}

function formatWeeks(weeks: number): string {
  if (weeks < maxCountedWeeks) return formatCount(Math.max(1, Math.round(weeks)), 'week');
  const months = Math.round((weeks * 7 * 12) / 365.25);
  return months < maxCountedMonths ? formatCount(months, 'month') : formatCount(Math.round(months / 12), 'year');
}

function describeChangePoint({ at, earliest, latest, before, after, p }: ChangePoint): Statement {
  return createStatement(
    `The rate changed around ${formatDay(at)}, from ${formatRate(before.value, 'a week')} to ${formatRate(after.value, 'a week')}.`,
    [],
    `The change happened between ${formatDay(earliest)} and ${formatDay(latest)}. ${describeChance(p)}`,
  );
}

function describeChance(p: number): string {
  return `At a constant rate, the probability of such a difference is ${formatProbability(p)}.`;
}
