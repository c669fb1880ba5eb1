import type { PatternReport, ReportMember, ReportSection } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { createRemedyFinder } from '../../remedies/count-remedies.ts';
import { formatDate, formatEnumValue, formatList } from '../../text/format.ts';
import { formatRounded } from '../../text/format-number.ts';
import { createSection, dropEmptyColumns } from '../document/section.ts';
import { listResolutionStatements } from './list-resolution-statements.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const hourInMs = 3_600_000;

/** Lists the episodes with their timeline. */
export function describeEpisodes(
  { pattern, members, links, asOf }: Pick<PatternReport, 'pattern' | 'members' | 'links' | 'asOf'>,
  refs: ReportSourceRefs,
): ReportSection {
  const episodes = [...groupBy(members, ({ episodeId }) => [episodeId]).values()];
  const areAllIncidents = members.every(({ kind }) => kind === 'incident');
  const remediesOf = createRemedyFinder(listResolutionStatements({ members, links }));
  const rows = episodes.map((own) => [
    ...describeEpisode(own, refs, areAllIncidents),
    remediesOf(own.map(({ failureId }) => failureId))
      .map(({ name }) => name)
      .join(', '),
  ]);
  return createSection('episodes', 'Episodes', [], {
    chart: {
      kind: 'timeline',
      title: 'Episodes over time',
      from: pattern.firstAt,
      until: asOf,
      marks: refs.sources.flatMap(({ kind, at, ref, title }) =>
        kind === 'episode' && at !== null ? [{ at, ref, label: title }] : [],
      ),
    },
    table: dropEmptyColumns({
      columns: ['episode', 'date', 'what', 'kind', 'where', 'hours', 'resolution'],
      rows,
    }),
  });
}

function describeEpisode(members: readonly ReportMember[], refs: ReportSourceRefs, areAllIncidents: boolean): string[] {
  const [ref = ''] = refs.ofFailures(members.map(({ failureId }) => failureId));
  const first = members.find(({ kind }) => kind === 'incident') ?? members[0];
  const more = members.length > 1 ? ` (and ${members.length - 1} more)` : '';
  return [
    ref,
    first === undefined ? '' : formatDate(first.occurredAt, first.precision),
    `${first?.title ?? ''}${more}`,
    areAllIncidents ? '' : formatList([...new Set(members.map(({ kind }) => formatEnumValue(kind)))]),
    [
      ...new Set(members.flatMap(({ services, repository }) => (services.length > 0 ? services : (repository ?? [])))),
    ].join(', '),
    formatHours(first),
  ];
}

/**
 * Formats the stated duration as a quotation, or else the hours for which the incident was open; empty for a revert, which has no duration,
 * and if a time is only a date.
 */
function formatHours(member: ReportMember | undefined): string {
  if (member === undefined || member.kind === 'reverted_change') return '';
  if (member.statedDuration !== undefined) {
    const { hours, quote } = member.statedDuration;
    return `${formatRounded(hours)} (“${quote}”)`;
  }
  if (member.resolvedAt === null || member.precision !== undefined) return '';
  return `open for ${formatRounded((Date.parse(member.resolvedAt) - Date.parse(member.occurredAt)) / hourInMs)}`;
}
