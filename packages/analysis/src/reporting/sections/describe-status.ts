import { dayInMs, type FailureKind, type Pattern, type Recurrence, type ReportSection } from '@refrain/domain';
import { formatCount, formatDay, formatEnumValue, formatList, formatShare } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const recurrenceLabels: Readonly<Record<Recurrence, string>> = {
  new: 'It is new: it became a pattern in the last 30 days.',
  recurring: 'It is recurring.',
  returned: 'It has returned: it had gone quiet, and came back in the last 90 days.',
  quiet: 'It has gone quiet: at its own pace it would have come again by now.',
};

export function describeStatus(
  pattern: Pattern,
  recurrence: Recurrence | null,
  asOf: string,
  refs: ReportSourceRefs,
): ReportSection {
  const { episodes, firstAt, lastAt, kinds, confidence } = pattern;
  const daysAgo = Math.floor((Date.parse(asOf) - Date.parse(lastAt)) / dayInMs);
  const ago = daysAgo <= 0 ? 'within the last day' : `${formatCount(daysAgo, 'day')} before this report`;
  const counts = (Object.entries(kinds) as [FailureKind, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => formatCount(count, formatEnumValue(kind)));
  return createSection(
    'status',
    'Where it stands',
    [
      createStatement(
        `It has happened ${formatCount(episodes, 'time')} from ${formatDay(firstAt)} to ${formatDay(lastAt)}: ${formatList(counts)}.`,
        refs.all,
      ),
      createStatement(
        `${recurrence === null ? '' : `${recurrenceLabels[recurrence]} `}It came last ${ago}.`,
        refs.all.slice(-1),
        recurrence === 'quiet'
          ? 'Quiet is a silence of at least 28 days that a constant pace would leave in fewer than 5 % of cases, or a year.'
          : null,
      ),
      createStatement(
        `That these are one failure is ${formatShare(confidence)} sure.`,
        refs.all,
        'How well its members hold together by words, signatures, files and links.',
      ),
    ],
    {
      chart: {
        kind: 'timeline',
        title: 'Its episodes',
        from: firstAt,
        until: asOf,
        marks: refs.sources.flatMap(({ kind, at, ref, title }) =>
          kind === 'episode' && at !== null ? [{ at, ref, label: title }] : [],
        ),
      },
    },
  );
}
