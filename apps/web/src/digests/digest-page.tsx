import { Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describeDigestScope, describePeriod } from '../labels/describe-period.ts';
import { BackToList } from '../list/back-to-list.tsx';
import { ReportSectionView } from '../report/report-section.tsx';
import { ShareMenu } from '../report/share-menu.tsx';
import { StatementView } from '../report/statement-view.tsx';
import { describeDigestCompleteness } from './describe-digest-completeness.ts';
import { PatternChangeList } from './pattern-change-list.tsx';

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

function DigestView({ stored: { id, createdAt, digest } }: { readonly stored: Schemas['StoredDigest'] }) {
  const { scope, period, patterns, completeness, asOf, document } = digest;
  const { lead, sections, sources } = document;
  const path = `/digests/${encodeURIComponent(id)}`;
  return (
    <Page
      title={`${describePeriod(period)}: ${describeDigestScope(scope)}`}
      actions={<ShareMenu links={[{ label: 'Copy the link', path }]} path={`/v1${path}`} name={document.title} />}
    >
      <Stack component="article" gap="xl">
        <Stack gap={4} maw={760} fz="lg">
          <StatementView statement={lead} sources={sources} />
          <Text size="sm" c="dimmed">
            {describeDigestCompleteness(completeness)}
          </Text>
        </Stack>
        <PatternChangeList patterns={patterns} unit={period.kind} />
        {sections
          .filter((section) => !replacedSections.has(section.id))
          .map((section) => (
            <ReportSectionView key={section.id} section={section} sources={sources} />
          ))}
        <Text component="footer" size="sm" c="dimmed">
          Known up to <Timestamp at={asOf} />, written <Timestamp at={createdAt} />. It stays as it is.
        </Text>
      </Stack>
    </Page>
  );
}
