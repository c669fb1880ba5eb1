import { List, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { ServiceLink } from '../components/service-link.tsx';
import { QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { type DigestPeriodKind, describeDigestPeriod, describeDigestScope } from '../labels/describe-digest-period.ts';
import { count, formatProbability } from '../labels/format.ts';
import { BackToList } from '../list/back-to-list.tsx';
import { ReportSectionView } from '../report/report-section.tsx';
import { ShareMenu } from '../report/share-menu.tsx';
import { StatementView } from '../report/statement-view.tsx';
import { describeDigestCompleteness } from './describe-digest-completeness.ts';
import { groupPatternChanges } from './group-pattern-changes.ts';

export function DigestPage() {
  const { digestId } = useParams({ from: '/digests/$digestId' });
  // A stored digest never changes.
  const params = { path: { id: digestId } };
  const digest = refrain.useQuery('get', '/v1/digests/{id}', { params }, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <Stack>
      <BackToList to="/digests">All digests</BackToList>
      <QueryState query={digest} what="the digest" height={400}>
        {(stored) => <DigestView stored={stored} />}
      </QueryState>
    </Stack>
  );
}

/** Sections of the digest that are not shown, because the list of pattern changes replaces them. */
const replacedSections = new Set(['new', 'rising', 'returned', 'quiet', 'falling']);

const isEpisodes = ({ id }: Schemas['ReportSection']) => id === 'episodes';

function DigestView({ stored: { id, createdAt, digest } }: { readonly stored: Schemas['StoredDigest'] }) {
  const { scope, period, patterns, completeness, asOf, document } = digest;
  const { lead, sections, sources } = document;
  const show = (section: Schemas['ReportSection']) => (
    <ReportSectionView key={section.id} section={section} sources={sources} />
  );
  const path = `/digests/${encodeURIComponent(id)}`;
  return (
    <Page
      title={`${describeDigestPeriod(period)}: ${describeDigestScope(scope)}`}
      actions={<ShareMenu links={[{ label: 'Copy link', path }]} path={`/v1${path}`} name={document.title} />}
    >
      <Stack component="article" gap="xl">
        <Stack gap={4} maw={760} fz="lg">
          <StatementView statement={lead} sources={sources} />
          {scope.kind === 'service' && (
            <Text size="sm">
              Service page: <ServiceLink name={scope.name} />
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {describeDigestCompleteness(completeness)}
          </Text>
        </Stack>
        {sections.filter(isEpisodes).map(show)}
        <PatternChangeList patterns={patterns} unit={period.kind} />
        {sections.filter((section) => !isEpisodes(section) && !replacedSections.has(section.id)).map(show)}
        <Text component="footer" size="sm" c="dimmed">
          Data up to <Timestamp at={asOf} />, written <Timestamp at={createdAt} />. A digest never changes.
        </Text>
      </Stack>
    </Page>
  );
}

interface Props {
  readonly patterns: readonly Schemas['DigestedPattern'][];
  readonly unit: DigestPeriodKind;
}

function PatternChangeList({ patterns, unit }: Props) {
  const groups = groupPatternChanges(patterns);
  if (groups.length === 0)
    return <Text c="dimmed">No pattern is new, has returned, went quiet or changed its trend in this {unit}.</Text>;
  return (
    <Stack component="section" gap="md" maw={760}>
      <Title order={2}>What changed</Title>
      {groups.map(({ title, description, patterns: inGroup }) => (
        <div key={title}>
          <Title order={3} mb={4}>
            {title}{' '}
            <Text span size="sm" c="dimmed" fw={400}>
              {description}
            </Text>
          </Title>
          <List spacing={4}>
            {inGroup.map((pattern) => (
              <List.Item key={pattern.patternId}>
                <PageLink
                  to="/patterns/$patternId"
                  params={{ patternId: pattern.patternId }}
                  underline="always"
                  title={pattern.lesson}
                >
                  {pattern.name}
                </PageLink>{' '}
                <Text span size="sm" c="dimmed">
                  {formatFigures(pattern, unit)}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}

function formatFigures(
  { episodes, episodesBefore, probability }: Schemas['DigestedPattern'],
  unit: DigestPeriodKind,
): string {
  const next =
    probability === null ? '' : `; ${formatProbability(probability)} chance of another episode in the next ${unit}`;
  return `${count(episodes, 'episode')}, ${episodesBefore} in the ${unit} before${next}`;
}
