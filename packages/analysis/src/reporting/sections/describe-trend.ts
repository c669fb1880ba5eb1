import type {
  ChangePoint,
  RateComparison,
  ReportSection,
  Statement,
  Trend,
  TrendDirection,
  TrendMeasure,
  TrendRate,
} from '@refrain/domain';
import { formatCount, formatDay, formatValueWithInterval } from '../../text/format.ts';
import { formatNumber, formatRounded } from '../../text/format-number.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import { formatRate, formatRateChange, type RateUnit } from './describe-rate-ratio.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const perChangeLabels: Readonly<Record<TrendDirection, string>> = {
  rising: 'episodes per change are rising',
  falling: 'episodes per change are falling',
  steady: 'episodes per change are steady',
  no_clear_change: 'episodes per change show no clear trend',
  too_few: 'there are not enough episodes for a trend per change',
};
const intervals = 'Parentheses contain the exact 95 % interval.';
const maxWeeks = 104;

const directionLabels: Readonly<Record<'rising' | 'falling' | 'steady', string>> = {
  rising: 'Episodes are becoming more frequent, and chance does not explain the increase.',
  falling: 'Episodes are becoming less frequent, and chance does not explain the decrease.',
  steady: 'The rate is steady: it did not change by half or more.',
};

/** Describes the trend; says nothing if the rate neither changed nor is known to be steady. */
export function describeTrend(trend: Trend | null, refs: ReportSourceRefs): ReportSection {
  const title = 'Trend';
  const statements = trend === null ? [] : describeChanges(trend, refs);
  if (trend === null || statements.length === 0) return createDetailSection('trend', title, []);
  const shown = trend.weeks.slice(-maxWeeks);
  return createDetailSection('trend', title, statements, {
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
  if (direction === 'rising') return isRecent || low > 1 ? direction : null;
  if (direction === 'falling') return isRecent || (high !== null && high < 1) ? direction : null;
  return null;
}

function describeChanges(trend: Trend, refs: ReportSourceRefs): Statement[] {
  const { perWeek, per100Changes, changePoints } = trend;
  const direction = perWeek.direction === 'steady' ? perWeek.direction : findRecentDirection(trend);
  return [
    ...(direction === null
      ? []
      : [
          createStatement(directionLabels[direction], refs.all),
          ...describeDifferentTrendPerChange(trend, refs),
          ...describeMeasure(perWeek, 'a week', trend, refs),
          ...describeMeasure(per100Changes, 'per 100 changes', trend, refs),
        ]),
    ...changePoints.filter(isBetweenEpisodes).map((point) => describeChangePoint(point, refs)),
  ];
}

/** The first episode of a pattern also changes the rate, from 0, which is no news. */
function isBetweenEpisodes({ before }: ChangePoint): boolean {
  return before.value > 0;
}

/**
 * Describes the trend per change if it differs from that of the weekly rate. More changes alone raise the weekly rate.
 */
function describeDifferentTrendPerChange({ perWeek, per100Changes }: Trend, refs: ReportSourceRefs): Statement[] {
  if (per100Changes === null || per100Changes.direction === perWeek.direction || !isClear(per100Changes)) return [];
  return [createStatement(`However, ${perChangeLabels[per100Changes.direction]}.`, refs.all)];
}

function isClear({ direction }: TrendMeasure): boolean {
  return direction !== 'too_few' && direction !== 'no_clear_change';
}

function isCompatibleWithNoChange({ low, high }: RateComparison['ratio']): boolean {
  return low <= 1 && (high === null || high >= 1);
}

function describeMeasure(
  measure: TrendMeasure | null,
  unit: RateUnit,
  { recentFrom, dispersion }: Trend,
  refs: ReportSourceRefs,
): Statement[] {
  // Without a clear trend, the figures are compatible with any change.
  if (measure === null || !isClear(measure)) return [];
  const { overall, comparison, test } = measure;
  if (comparison !== null && isCompatibleWithNoChange(comparison.ratio)) return [];
  const rate = ({ value, low, high }: TrendRate) => `${formatValueWithInterval(value, low, high)} ${unit}`;
  if (comparison === null || recentFrom === null)
    return [createStatement(`The rate since the start: ${formatRate(overall.value, unit)}.`, refs.all, intervals)];
  const { before, recent, ratio } = comparison;
  const tested =
    test === null
      ? ''
      : ` p = ${formatNumber(test.p)} for a constant rate; ${formatNumber(test.q)} after correction for all patterns.`;
  const bursts =
    dispersion > 1
      ? ` Episodes come in bursts, which the test allows for (dispersion ${formatNumber(dispersion)}).`
      : '';
  const change = formatRateChange(ratio);
  return [
    createStatement(
      `Since ${formatDay(recentFrom)}: ${formatCount(recent.episodes, 'episode')} (${formatRate(recent.value, unit)}). Before: ${before.episodes} (${formatRate(before.value, unit)}).${change === null ? '' : ` Change: ${change}.`}`,
      refs.all,
      `Recent rate ${rate(recent)}, earlier rate ${rate(before)}. ${intervals}${tested}${bursts}`,
    ),
  ];
}

function describeChangePoint(
  { at, earliest, latest, before, after, p }: ChangePoint,
  refs: ReportSourceRefs,
): Statement {
  return createStatement(
    `The rate changed around ${formatDay(at)}, from ${formatRounded(before.value)} to ${formatRounded(after.value)} episodes a week.`,
    refs.all,
    `The change happened between ${formatDay(earliest)} and ${formatDay(latest)}. p = ${formatNumber(p)} for a constant rate.`,
  );
}
