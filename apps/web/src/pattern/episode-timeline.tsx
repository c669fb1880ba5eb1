import { refrain, type Schemas } from '../api/refrain.ts';
import { ChartFigure, TimelineChart } from '../chart/chart-figure.tsx';
import { failureKindLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { formatDay, formatDayAndTime } from '../labels/times.ts';

interface Props {
  readonly pattern: Schemas['Pattern'];
  readonly members: readonly Schemas['ReportMember'][];
  readonly asOf: string;
}

export function EpisodeTimeline({ pattern, members, asOf }: Props) {
  const { data } = refrain.useQuery('get', '/v1/improvements', { params: { query: { patternId: pattern.id } } });
  const fixes = listFixes(data?.items[0] ?? null);
  const kinds = listLabelKeys(failureKindLabels).filter((kind) => pattern.kinds[kind] > 0);
  const marks = members.map(({ occurredAt, kind, title }) => ({
    at: occurredAt,
    row: failureKindLabels[kind],
    label: title,
  }));
  const isFixed = fixes.length > 0;
  return (
    <ChartFigure
      title="Timeline"
      description={`${count(pattern.episodes, 'episode')} from ${formatDay(pattern.firstAt)} to ${formatDay(pattern.lastAt)}${
        isFixed ? `; ${fixes.map(({ label, at }) => `${label} on ${formatDay(at)}`).join(', ')}` : ''
      }.`}
      height={60 + 36 * kinds.length}
      columns={['Time', 'Kind', 'Title']}
      rows={[
        ...marks.map(({ at, row, label }) => [at, row, label] as const),
        ...fixes.map(({ at, label }) => [at, 'fix', label] as const),
      ]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([at, ...rest]) => [formatDayAndTime(at), ...rest])}
    >
      <TimelineChart
        from={pattern.firstAt}
        until={asOf}
        rows={kinds.map((kind) => failureKindLabels[kind])}
        marks={marks}
        markers={fixes}
      />
    </ChartFigure>
  );
}

interface FixMarker {
  readonly at: string;
  readonly label: string;
}

/** Lists the fixes of an improvement, oldest first, with the time of their deployment or, if that is unknown, of their merge. */
function listFixes(improvement: Pick<Schemas['Improvement'], 'fix' | 'pastFixes'> | null): readonly FixMarker[] {
  if (improvement === null) return [];
  return [...improvement.pastFixes, ...(improvement.fix === null ? [] : [improvement.fix])].map(
    ({ deployedAt, mergedAt }, at) => ({ at: deployedAt ?? mergedAt, label: at === 0 ? 'fix' : `fix ${at + 1}` }),
  );
}
