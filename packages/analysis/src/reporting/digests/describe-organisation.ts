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
import { formatCount, formatDay, formatShare, formatValueWithInterval } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createSection, createStatement } from '../document/section.ts';

const maxWeeks = 52;

const directionLabels: Readonly<Record<TrendDirection, string>> = {
  rising: 'Episodes are rising: there are more than before, and chance does not explain that.',
  falling: 'Episodes are falling: there are fewer than before, and chance does not explain that.',
  steady: 'Episodes are steady: a change by half or more is ruled out.',
  no_clear_change: 'No clear change of pace: neither a constant one nor a changed one is ruled out.',
  too_few: 'Too few episodes to tell whether they rise or fall.',
};

export function describeOrganisation(
  { trends, controlChart, durations, delivery, asOf }: Measurement,
  period: DigestPeriod,
): ReportSection[] {
  return [
    createSection(
      'pace',
      'Is it getting better?',
      [
        ...(trends === null
          ? [createStatement('Too little time is known to tell.')]
          : describeRate(trends.organisation)),
        ...(controlChart === null ? [] : [describeSignals(controlChart, period)]),
      ],
      { chart: controlChart === null ? null : drawRateChart(controlChart) },
    ),
    createSection('durations', 'How long episodes last', [
      describeDurations(
        durations,
        trends === null
          ? 'Of all that are known'
          : `Of all from ${formatDay(trends.period.from)} to ${formatDay(asOf)}`,
      ),
    ]),
    createSection(
      'delivery',
      delivery === null
        ? 'Delivery, by DORA’s definitions'
        : `Delivery in the last ${formatCount(daysOf(delivery.period), 'day')} up to ${formatDay(delivery.period.until)}, by DORA’s definitions`,
      delivery === null ? [createStatement('Too little time is known to tell.')] : describeDelivery(delivery),
    ),
  ];
}

function describeRate({ perWeek, recentFrom, observedFrom }: Trend): Statement[] {
  const { direction, overall, comparison, test } = perWeek;
  const rate = ({ value, low, high }: TrendRate) => `${formatValueWithInterval(value, low, high)} a week`;
  const intervals = 'In parentheses the exact interval of 95 %.';
  const direct = createStatement(directionLabels[direction]);
  if (comparison === null || recentFrom === null)
    return [direct, createStatement(`Since ${formatDay(observedFrom)}: ${rate(overall)}.`, [], intervals)];
  const { before, recent } = comparison;
  return [
    direct,
    createStatement(
      `Since ${formatDay(recentFrom)} ${formatCount(recent.episodes, 'episode')}, which is ${rate(recent)}; before that, from ${formatDay(observedFrom)} on, ${formatCount(before.episodes, 'episode')}, which is ${rate(before)}.`,
      [],
      test === null ? intervals : `${intervals} That the rate is constant has p = ${formatNumber(test.p)}.`,
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
      ? `${formatCount(runLength, 'week')} in a row ${side} the usual`
      : `a week ${side} what chance allows`,
  );
  return createStatement(
    now.length === 0
      ? 'No week of this period is out of the ordinary.'
      : `Out of the ordinary: ${formatted.join('; ')}.`,
    [],
    `A control chart of episodes by exposure. With a constant rate a chart of ${points.length} weeks shows such a week anywhere with a chance of ${formatShare(falseAlarmProbability.beyond_limits)}, such a run with ${formatShare(falseAlarmProbability.run)}.`,
  );
}

function drawRateChart({ unit, centre, points }: ControlChart) {
  const shown = points.slice(-maxWeeks);
  return {
    kind: 'bars' as const,
    title: unit === 'week' ? 'Episodes per week' : 'Episodes per 100 changes, by week',
    bars: shown.map(({ week, value }) => ({ label: week, value: value ?? 0 })),
    levels: centre === null ? [] : [{ label: 'usual', value: centre, from: 0, to: shown.length - 1 }],
  };
}

/** @param which beginning of the sentence, such as "Of all that are known" */
function describeDurations(
  { completed, open, unknown, median, ninetiethPercentile }: DurationSummary,
  which: string,
): Statement {
  if (median.value === null) return createStatement('Of no episode both start and end are known.');
  return createStatement(
    `${which}, half end within ${formatHours(median)}, nine of ten within ${formatHours(ninetiethPercentile)}.`,
    [],
    `Of ${formatCount(completed, 'episode')} that ended and ${open} that go on; of ${unknown} the end is not known. There is no mean: a few very long ones would make it. In parentheses the interval of 95 %.`,
  );
}

function formatHours({ value, low, high }: DurationQuantile): string {
  const range = low === null || high === null ? '' : ` (${formatNumber(low)} to ${formatNumber(high)})`;
  return value === null ? 'a time that is not known yet' : `${formatNumber(value)}${range} hours`;
}

const figureTitles: Readonly<Record<keyof DeliveryFigures, string>> = {
  changeLeadTime: 'Change lead time',
  deploymentFrequency: 'Deployment frequency',
  failedDeploymentRecoveryTime: 'Failed deployment recovery time',
  changeFailRate: 'Change fail rate',
  deploymentReworkRate: 'Deployment rework rate',
};

function describeDelivery({ organisation }: DeliveryMetrics) {
  const formatMedian = ({ median }: DurationSummary) => `half within ${formatHours(median)}`;
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
