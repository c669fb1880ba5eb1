import { Alert, Card, Grid, List, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ChartFigure, RangesChart } from '../chart/chart-figure.tsx';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { FailureTime, Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { count, formatTwoSignificantDigits } from '../labels/format.ts';
import { formatDay } from '../labels/times.ts';
import { ReportSectionView } from '../report/report-section.tsx';
import { DecisionList } from './decide/decision-list.tsx';
import { EpisodeList } from './episode-list.tsx';
import { EpisodeTimeline } from './episode-timeline.tsx';
import { ImprovementPanel } from './improvement-panel.tsx';
import { PatternHeader } from './pattern-header.tsx';
import { PatternPropertyList } from './pattern-property-list.tsx';
import { ReportSnapshotList } from './report-snapshot-list.tsx';

interface Props {
  readonly stored: Schemas['StoredReport'];
  readonly lineage: readonly Schemas['LineageEvent'][];
  /** Whether the pattern no longer exists because its failures are now in other patterns. */
  readonly retired: boolean;
  readonly isNewest: boolean;
  readonly whyNoImprovement: string | null;
}

/** Sections of the report that views of this page replace. */
const replacedSections = new Set(['episodes', 'members', 'links', 'history']);

export function PatternReportView({ stored, lineage, retired, isNewest, whyNoImprovement }: Props) {
  const {
    pattern,
    members,
    links,
    coverage,
    asOf,
    measurement,
    document: { sections = [], sources = [] } = {},
  } = stored.report;
  const shown = sections.filter(({ id }) => !replacedSections.has(id));
  const isCurrent = isNewest && !retired;
  const canDecide = useHasRole('triager') && isCurrent;
  useDocumentTitle(`${pattern.name} · Refrain`);
  return (
    <Stack component="article" gap="lg">
      <PatternHeader stored={stored} canDecide={canDecide} />
      {retired && (
        <Alert variant="outline" role="status">
          This pattern no longer exists: its failures are in other patterns now.
          <SplitAndMergeHistory shownId={pattern.id} events={lineage} />
        </Alert>
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="xl">
            {shown
              .filter(({ isDetail }) => !isDetail)
              .map((section) => (
                <ReportSectionView key={section.id} section={section} sources={sources} />
              ))}
            <EpisodeTimeline pattern={pattern} members={members} asOf={asOf} />
            {shown
              .filter(({ isDetail }) => isDetail)
              .map((section) => (
                <ReportSectionView key={section.id} section={section} sources={sources}>
                  {section.id === 'trend' && <TrendRates trend={measurement?.trend ?? null} />}
                </ReportSectionView>
              ))}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <ImprovementPanel patternId={pattern.id} whyNone={whyNoImprovement} />
            <PatternPropertyList pattern={pattern} />
            {isCurrent && <DecisionList about={{ patternId: pattern.id }} titles={titlesOf(stored.report)} />}
            <ReportSnapshotList patternId={pattern.id} shownId={stored.id} />
            {!retired && <SplitAndMergeHistory shownId={pattern.id} events={lineage} />}
          </Stack>
        </Grid.Col>
      </Grid>
      {isCurrent && <NewFailureList patternId={pattern.id} />}
      <EpisodeList patternId={pattern.id} members={members} links={links} sources={sources} canDecide={canDecide} />
      <Text component="footer" size="sm" c="dimmed">
        Written as of <Timestamp at={asOf} />. {coverage.inPatterns} of {count(coverage.failures, 'failure')} are in a
        pattern.
      </Text>
    </Stack>
  );
}

function titlesOf({
  members,
  links,
}: Pick<Schemas['PatternReport'], 'members' | 'links'>): ReadonlyMap<string, string> {
  return new Map([
    ...links.map(({ targetId, targetTitle }) => [targetId, targetTitle] as const),
    ...members.map(({ failureId, title }) => [failureId, title] as const),
  ]);
}

/**
 * Labels of splits and merges. `subject` is shown on the page of the split or merged pattern, `related` on the page of
 * the other pattern.
 */
const labels = {
  split_from: { subject: 'Split from', related: 'Gave rise to' },
  merged_into: { subject: 'Merged into', related: 'Merged with' },
} as const;

interface SplitAndMergeHistoryProps {
  readonly shownId: string;
  readonly events: readonly Schemas['LineageEvent'][];
}

function SplitAndMergeHistory({ shownId, events }: SplitAndMergeHistoryProps) {
  if (events.length === 0) return null;
  return (
    <Stack gap={4}>
      {events.map(({ kind, patternId, relatedPatternId, at }) => {
        const isSubject = patternId === shownId;
        return (
          <Text key={`${kind}${patternId}${relatedPatternId}${at}`} size="sm" c="dimmed">
            {labels[kind][isSubject ? 'subject' : 'related']}{' '}
            <PageLink
              to="/patterns/$patternId"
              params={{ patternId: isSubject ? relatedPatternId : patternId }}
              underline="always"
            >
              another pattern
            </PageLink>
            , <Timestamp at={at} as="day" />.
          </Text>
        );
      })}
    </Stack>
  );
}

/** Charts a pattern's recent and earlier rates with intervals. Renders nothing if data is too scarce for a rate. */
function TrendRates({ trend }: { readonly trend: Schemas['Trend'] | null }) {
  const comparison = trend?.perWeek.comparison ?? null;
  if (trend === null || comparison === null || trend.recentFrom === null) return null;
  const rows = [
    { label: 'before', ...comparison.before },
    { label: 'recent', ...comparison.recent },
  ].map(({ label, value, low, high }) => ({ label, value, low, high }));
  return (
    <ChartFigure
      title="Episodes a week"
      description={`Recent rates are since ${formatDay(trend.recentFrom)}. The ranges are 95 % confidence intervals.`}
      height={110}
      columns={['when', 'a week', 'from', 'to']}
      rows={rows.map(({ label, value, low, high }) => [
        label,
        formatTwoSignificantDigits(value),
        formatTwoSignificantDigits(low),
        formatTwoSignificantDigits(high),
      ])}
    >
      <RangesChart chart={{ kind: 'ranges', title: '', rows }} />
    </ChartFigure>
  );
}

/**
 * Lists failures assigned to the pattern since the report. They do not count yet, because a new clustering may move
 * them.
 */
function NewFailureList({ patternId }: { readonly patternId: string }) {
  const params = { query: { patternId, isProvisional: true, limit: 50 } };
  const { data, error, refetch } = refrain.useQuery('get', '/v1/failures', { params }, { refetchInterval: 15_000 });
  if (error !== null && data === undefined) return <ProblemNotice error={error} retry={refetch} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card withBorder padding="md" component="section">
      <Title order={2}>{count(data.total, 'new failure')}</Title>
      <Text size="sm" c="dimmed">
        Assigned on arrival, by similarity. They count once the next clustering has confirmed them.
      </Text>
      <List size="sm" mt="xs">
        {data.items.map(({ id, title, url, ...failure }) => (
          <List.Item key={id}>
            <ExternalLink url={url}>{title}</ExternalLink> <FailureTime failure={failure} />
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
