import {
  type ControlChart,
  type DeliveryFigures,
  type DeliveryMetrics,
  type DeploymentFrequency,
  type DigestPeriod,
  type DurationQuantile,
  type DurationSummary,
  dayInMs,
  type Measurement,
  type ReportSection,
  type Statement,
  type Trend,
  type TrendDirection,
  type TrendRate,
} from '@refrain/domain';
import { formatCount, formatDay, formatProbability, formatShare } from '../../text/format.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createSection, createStatement } from '../document/section.ts';
import { formatRate } from '../sections/describe-rate-ratio.ts';

const maxWeeks = 52;

const directionLabels: Readonly<Record<TrendDirection, string>> = {
  rising: 'Episodes are becoming more frequent; chance alone does not explain it.',
  falling: 'Episodes are becoming less frequent; chance alone does not explain it.',
  steady: 'The rate of episodes is steady: it did not change by half or more.',
  no_clear_change: 'There is not enough data for a trend.',
  too_few: 'There are not enough episodes for a trend.',
};

export function describeOrganisation(
  { trends, controlChart, durations, delivery, asOf }: Measurement,
  period: DigestPeriod,
): ReportSection[] {
  return [
    createSection(
      'pace',
      'Trend',
      [
        ...(trends === null
          ? [createStatement('The history is too short for a trend.')]
          : describeRate(trends.organisation)),
        ...(controlChart === null ? [] : [describeSignals(controlChart, period)]),
      ],
      { chart: controlChart === null ? null : drawRateChart(controlChart) },
    ),
    createSection('durations', 'Duration of episodes', [
      describeDurations(
        durations,
        trends === null ? 'all known episodes' : `episodes from ${formatDay(trends.period.from)} to ${formatDay(asOf)}`,
      ),
    ]),
    createSection(
      'delivery',
      delivery === null
        ? 'DORA metrics'
        : `DORA metrics for the ${formatCount(daysOf(delivery.period), 'day')} up to ${formatDay(delivery.period.until)}`,
      delivery === null
        ? [createStatement('The history is too short for delivery metrics.')]
        : describeDelivery(delivery),
    ),
  ];
}

function describeRate({ perWeek, recentFrom, observedFrom }: Trend): Statement[] {
  const { direction, overall, comparison, test } = perWeek;
  const rate = ({ value }: TrendRate) => formatRate(value, 'a week');
  const precise = ({ value, low, high }: TrendRate) =>
    `${formatRate(value, 'a week')} (${formatRate(low, 'a week')} to ${formatRate(high, 'a week')})`;
  const intervals = 'Ranges are 95 % intervals.';
  const direct = createStatement(directionLabels[direction]);
  if (comparison === null || recentFrom === null)
    return [
      direct,
      createStatement(
        `The rate since ${formatDay(observedFrom)} is ${rate(overall)}.`,
        [],
        `The rate is ${precise(overall)}. ${intervals}`,
      ),
    ];
  const { before, recent } = comparison;
  return [
    direct,
    createStatement(
      `There have been ${formatCount(recent.episodes, 'episode')} since ${formatDay(recentFrom)} (${rate(recent)}), and ${before.episodes} before that, since ${formatDay(observedFrom)} (${rate(before)}).`,
      [],
      `The recent rate is ${precise(recent)}, and the earlier rate is ${precise(before)}. ${intervals}${test === null ? '' : ` At a constant rate, the probability of such a difference is ${formatProbability(test.p)}.`}`,
    ),
  ];
}

function daysOf({ from, until }: DeliveryMetrics['period']): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayInMs);
}

function describeSignals(
  { signals, points, falseAlarmProbability, runLength }: ControlChart,
  { from, until }: DigestPeriod,
) {
  const within = new Set(points.filter((point) => point.until > from && point.from < until).map(({ week }) => week));
  const now = signals.filter(({ toWeek }) => within.has(toWeek));
  const formatted = now.map(({ rule, side }) =>
    rule === 'run'
      ? `${formatCount(runLength, 'week')} in a row ${side} the mean`
      : `a week ${side} the control limits`,
  );
  return createStatement(
    now.length === 0 ? 'No week in this period is unusual.' : `Unusual weeks: ${formatted.join('; ')}.`,
    [],
    `The control chart covers ${points.length} weeks. At a constant rate, the probability of a week beyond the limits is ${formatShare(falseAlarmProbability.beyond_limits)}, and that of ${formatCount(runLength, 'week')} in a row on one side of the mean is ${formatShare(falseAlarmProbability.run)}.`,
  );
}

function drawRateChart({ unit, centre, points }: ControlChart) {
  const shown = points.slice(-maxWeeks);
  return {
    kind: 'bars' as const,
    title: unit === 'week' ? 'Episodes per week' : 'Episodes per 100 changes, by week',
    bars: shown.map(({ week, value }) => ({ label: week, value: value ?? 0 })),
    levels: centre === null ? [] : [{ label: 'mean', value: centre, from: 0, to: shown.length - 1 }],
  };
}

/** @param which the described episodes, such as "all known episodes" */
function describeDurations(
  { completed, open, unknown, median, ninetiethPercentile }: DurationSummary,
  which: string,
): Statement {
  if (median.value === null) return createStatement('No episode has both a known start and a known end.');
  return createStatement(
    `The median is ${formatHours(median)}, and the 90th percentile is ${formatHours(ninetiethPercentile)} (${which}).`,
    [],
    `The figures are based on ${formatCount(completed, 'episode')} that have ended and ${open} that are still open; for ${unknown} more, the end is unknown. The mean is not shown, because a few very long episodes would dominate it. Ranges are 95 % intervals.`,
  );
}

function formatHours({ value, low, high }: DurationQuantile): string {
  if (value === null) return 'not known yet';
  const range = low === null || high === null ? '' : ` (${formatDuration(low)} to ${formatDuration(high)})`;
  return `${formatDuration(value)}${range}`;
}

const figureTitles: Readonly<Record<keyof DeliveryFigures, string>> = {
  changeLeadTime: 'Change lead time',
  deploymentFrequency: 'Deployment frequency',
  failedDeploymentRecoveryTime: 'Failed deployment recovery time',
  changeFailRate: 'Change fail rate',
  deploymentReworkRate: 'Deployment rework rate',
};

function describeDelivery({ organisation }: DeliveryMetrics) {
  const formatMedian = ({ median }: DurationSummary) => `median ${formatHours(median)}`;
  const formatFrequency = ({ perWeek, low, high }: DeploymentFrequency) =>
    `${formatNumber(perWeek)} a week (${formatNumber(low)} to ${formatNumber(high)})`;
  const { changeLeadTime, deploymentFrequency, failedDeploymentRecoveryTime } = organisation;
  const formatted: Readonly<Record<keyof DeliveryFigures, string | null>> = {
    changeLeadTime: formatOrNull(changeLeadTime.value, formatMedian),
    deploymentFrequency: formatOrNull(deploymentFrequency.value, formatFrequency),
    failedDeploymentRecoveryTime: formatOrNull(failedDeploymentRecoveryTime.value, formatMedian),
    changeFailRate: formatOrNull(organisation.changeFailRate.value, formatPart),
    deploymentReworkRate: formatOrNull(organisation.deploymentReworkRate.value, formatPart),
  };
  return (Object.keys(figureTitles) as (keyof DeliveryFigures)[]).map((name) =>
    createStatement(
      `${figureTitles[name]}: ${formatted[name] ?? organisation[name].missing ?? 'not known'}.`.replace(/\.\.$/u, '.'),
      [],
      organisation[name].definition,
    ),
  );
}

function formatOrNull<T>(value: T | null, format: (value: T) => string): string | null {
  return value === null ? null : format(value);
}

type DeploymentShare = NonNullable<DeliveryFigures['changeFailRate' | 'deploymentReworkRate']['value']>;

function formatPart({ count, deployments, value, low, high }: DeploymentShare): string {
  return `${formatShare(value)} (${formatShare(low)} to ${formatShare(high)}), ${count} of ${formatCount(deployments, 'deployment')}`;
}
