import type {
  ChangePoint,
  ReportSection,
  Statement,
  Trend,
  TrendDirection,
  TrendMeasure,
  TrendRate,
} from '@refrain/domain';
import { formatCount, formatDay, formatValueWithInterval } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createSection, createStatement } from '../document/section.ts';
import { formatRateChange, formatRateClause, type RateUnit } from './describe-rate-ratio.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const byChanges: Readonly<Record<TrendDirection, string>> = {
  rising: 'more of it comes with each change than before',
  falling: 'less of it comes with each change than before',
  steady: 'as much of it comes with each change as before',
  no_clear_change: 'no clear change',
  too_few: 'too few to tell',
};
const intervals = 'In parentheses the exact interval of 95 %.';
const maxWeeks = 104;

const directionLabels: Readonly<Record<TrendDirection, string>> = {
  rising: 'It is rising: it comes more often than before, and chance does not explain that.',
  falling: 'It is falling: it comes less often than before, and chance does not explain that.',
  steady: 'It is steady: a change of its pace by half or more is ruled out.',
  no_clear_change: 'No clear change of its pace: neither a constant one nor a changed one is ruled out.',
  too_few: 'Too few episodes to tell whether it rises or falls.',
};

export function describeTrend(trend: Trend | null, refs: ReportSourceRefs): ReportSection {
  const title = 'Is it getting better?';
  if (trend === null) return createSection('trend', title, [createStatement('Its trend was not measured yet.')]);
  const { perWeek, per100Changes, changePoints, weeks } = trend;
  const shown = weeks.slice(-maxWeeks);
  return createSection(
    'trend',
    title,
    [
      createStatement(directionLabels[perWeek.direction], refs.all),
      ...describeByChanges(trend, refs),
      ...describeMeasure(perWeek, 'a week', trend, refs),
      ...describeMeasure(per100Changes, 'per 100 changes', trend, refs),
      ...changePoints.map((point) => describeChangePoint(point, refs)),
    ],
    {
      chart: {
        kind: 'bars',
        title: 'Episodes per week',
        bars: shown.map(({ week, episodes }) => ({ label: week, value: episodes })),
        levels: [],
      },
    },
  );
}

/**
 * Describes the rate per change if its trend differs from that of the weekly rate. More changes alone raise the weekly
 * rate.
 */
function describeByChanges({ perWeek, per100Changes }: Trend, refs: ReportSourceRefs): Statement[] {
  if (per100Changes === null || per100Changes.direction === perWeek.direction) return [];
  return [
    createStatement(
      `Counted by changes instead of weeks it is otherwise: ${byChanges[per100Changes.direction]}.`,
      refs.all,
    ),
  ];
}

function describeMeasure(
  measure: TrendMeasure | null,
  unit: RateUnit,
  { recentFrom, dispersion }: Trend,
  refs: ReportSourceRefs,
): Statement[] {
  if (measure === null) return [];
  const { overall, comparison, test } = measure;
  const rate = ({ value, low, high }: TrendRate) => `${formatValueWithInterval(value, low, high)} ${unit}`;
  if (comparison === null || recentFrom === null)
    return [createStatement(`Over all of the time that is known: ${rate(overall)}.`, refs.all, intervals)];
  const { before, recent, ratio } = comparison;
  const tested =
    test === null
      ? 'So few episodes could not tell a change, however they fell.'
      : `That the rate is constant has p = ${formatNumber(test.p)}, and ${formatNumber(test.q)} after control over all patterns.`;
  const bursts =
    dispersion > 1
      ? ` Episodes come in bursts and each counts for less, by a factor of ${formatNumber(dispersion)}.`
      : '';
  return [
    createStatement(
      `Since ${formatDay(recentFrom)} ${formatCount(recent.episodes, 'episode')}, ${formatRateClause(recent.value, unit)}; before that ${before.episodes}, ${formatRateClause(before.value, unit)}.${formatRateChange(ratio)}`,
      refs.all,
      `Lately ${rate(recent)}, before ${rate(before)}. ${intervals} ${tested}${bursts}`,
    ),
  ];
}

function describeChangePoint(
  { at, earliest, latest, before, after, p }: ChangePoint,
  refs: ReportSourceRefs,
): Statement {
  return createStatement(
    `Its pace changed around ${formatDay(at)} (between ${formatDay(earliest)} and ${formatDay(latest)}): from ${formatNumber(before.value)} to ${formatNumber(after.value)} episodes a week.`,
    refs.all,
    `A change so clear anywhere in this stretch comes with p = ${formatNumber(p)} where the pace is constant.`,
  );
}
