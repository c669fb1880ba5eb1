import { dayInMs, type FailureKind, type PatternReport, type Recurrence, type Statement } from '@refrain/domain';
import { formatCount, formatDay, formatEnumValue, formatList, formatShare } from '../../text/format.ts';
import { formatRounded } from '../../text/format-number.ts';
import { createStatement } from '../document/section.ts';
import { findRecentDirection } from './describe-trend.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type Summarised = Pick<PatternReport, 'pattern' | 'measurement' | 'asOf'>;

/** Writes the line below a report's title: how often, how recent, how costly, how similar, and as of when. */
export function describeSummary(report: Summarised, refs: ReportSourceRefs): Statement {
  const { pattern, measurement = null } = report;
  const { episodes, firstAt, lastAt, kinds, confidence } = pattern;
  const counts = (Object.entries(kinds) as [FailureKind, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => formatCount(count, formatEnumValue(kind)));
  const parts = [
    `${formatCount(episodes, 'episode')} (${formatList(counts)}) from ${formatDay(firstAt)} to ${formatDay(lastAt)}`,
    ...describeRecurrence(report),
    ...describeDirection(report),
    ...describeHours(measurement?.cost ?? null),
    `${formatShare(confidence)} match confidence`,
    `as of ${formatDay(report.asOf)}`,
  ];
  return createStatement(
    `${parts.join(' · ')}.`,
    refs.all,
    'Match confidence says how similar the episodes are in their words, errors, files and links.',
  );
}

const recurrenceLabels: Readonly<Record<Exclude<Recurrence, 'quiet' | 'recurring'>, string>> = {
  new: 'recurred for the first time in the last 30 days',
  returned: 'returned after a quiet period',
};

function describeRecurrence({ pattern: { lastAt }, measurement, asOf }: Summarised): string[] {
  const recurrence = measurement?.recurrence ?? null;
  if (recurrence === null || recurrence === 'recurring') return [];
  if (recurrence !== 'quiet') return [recurrenceLabels[recurrence]];
  const days = Math.floor((Date.parse(asOf) - Date.parse(lastAt)) / dayInMs);
  return [`quiet for ${formatCount(days, 'day')}`];
}

function describeDirection({ measurement }: Summarised): string[] {
  const direction = measurement?.recurrence === 'quiet' ? null : findRecentDirection(measurement?.trend ?? null);
  return direction === null ? [] : [direction];
}

type Cost = NonNullable<NonNullable<PatternReport['measurement']>['cost']>;

/**
 * Omits the durations if they are known for one episode or for fewer than half of them, and the engineer-hours if the number of responders
 * is assumed for most episodes.
 */
function describeHours(cost: Cost | null): string[] {
  const { median = null, total: hoursInAll = 0, withDuration: known = 0, episodes = 0 } = cost?.impact ?? {};
  const isKnown = median !== null && known >= 2 && 2 * known >= episodes;
  const ofAll = known === episodes ? '' : ` for ${known} of ${formatCount(episodes, 'episode')}`;
  const { total = null, withResponders = 0, withDuration = 0 } = cost?.people ?? {};
  const hours = withResponders > 0 && 2 * withResponders >= withDuration ? total : null;
  return [
    ...(isKnown ? [`median duration ${formatRounded(median)} h, ${formatRounded(hoursInAll)} h in total${ofAll}`] : []),
    ...(hours === null ? [] : [`${formatRounded(hours.low)}–${formatRounded(hours.high)} engineer-hours`]),
  ];
}
