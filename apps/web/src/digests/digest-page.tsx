import { Box, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { ServiceLink } from '../components/service-link.tsx';
import { QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describeDigestPeriod, describeDigestScope } from '../labels/describe-digest-period.ts';
import { BackToList } from '../list/back-to-list.tsx';
import { ReportSectionView, SectionContent } from '../report/report-section.tsx';
import { ShareMenu } from '../report/share-menu.tsx';
import { StatementView } from '../report/statement-view.tsx';
import { describeDigestCompleteness } from './describe-digest-completeness.ts';

/** Wide enough that most statements are one line, so that a digest fits on one screen. */
const maxWidth = 960;

export function DigestPage() {
  const { digestId } = useParams({ from: '/digests/$digestId' });
  const params = { path: { id: digestId } };
  const digest = refrain.useQuery('get', '/v1/digests/{id}', { params });
  return (
    <Stack>
      <BackToList to="/digests">All digests</BackToList>
      <QueryState query={digest} what="the digest" height={400}>
        {(stored) => <DigestView stored={stored} />}
      </QueryState>
    </Stack>
  );
}

function DigestView({ stored: { id, createdAt, digest } }: { readonly stored: Schemas['StoredDigest'] }) {
  const { scope, period, completeness, asOf, document } = digest;
  const { lead, sections, sources } = document;
  const warning = describeDigestCompleteness(completeness);
  const path = `/digests/${encodeURIComponent(id)}`;
  return (
    <Page
      title={`${describeDigestPeriod(period)}: ${describeDigestScope(scope)}`}
      actions={<ShareMenu links={[{ label: 'Copy link', path }]} path={`/v1${path}`} name={document.title} />}
    >
      <Stack component="article" gap="md">
        <Stack gap={4} maw={maxWidth} fz="lg">
          <StatementView statement={lead} sources={sources} />
          {scope.kind === 'service' && (
            <Text size="sm">
              Service page: <ServiceLink name={scope.name} />
            </Text>
          )}
          {warning !== null && (
            <Text size="sm" c="dimmed">
              {warning}
            </Text>
          )}
        </Stack>
        {sections
          .filter(({ isDetail }) => !isDetail)
          .map((section) => (
            <div key={section.id}>
              <ReportSectionView section={section} sources={sources} size="h4" maxWidth={maxWidth} />
              {section.id === 'decisions' && (
                <Text size="sm" mt="xs">
                  <TextLink to="/improvements" search={toImprovementSearch(scope)}>
                    See what waits for a decision now
                  </TextLink>
                </Text>
              )}
            </div>
          ))}
        <DigestDetails sections={sections.filter(({ isDetail }) => isDetail)} sources={sources} />
        <Text component="footer" size="sm" c="dimmed">
          Data up to <Timestamp at={asOf} />, written <Timestamp at={createdAt} />. A digest keeps its figures; only the
          names of patterns and fixes are updated later.
        </Text>
      </Stack>
    </Page>
  );
}

/** Folds the lesser news, the statistics and the completeness of the data. */
function DigestDetails({ sections, sources }: Pick<Schemas['ReportDocument'], 'sections' | 'sources'>) {
  if (sections.length === 0) return null;
  return (
    <Box component="details" maw={maxWidth}>
      <Box component="summary" style={{ cursor: 'pointer' }}>
        <Title order={2} size="h4" display="inline">
          Details
        </Title>
      </Box>
      <Stack gap="lg" mt="sm">
        {sections.map((section) => (
          <section key={section.id}>
            <Title order={3} size="h5" mb={4}>
              {section.title}
            </Title>
            <SectionContent section={section} sources={sources} />
          </section>
        ))}
      </Stack>
    </Box>
  );
}

/** Returns the search parameters by which the board shows the improvements of a scope. */
function toImprovementSearch(scope: Schemas['DigestScope']) {
  if (scope.kind === 'organisation') return {};
  return scope.kind === 'service' ? { service: scope.name } : { team: scope.name };
}
