import { Badge, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { ServiceLinks } from '../components/service-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import { capitalise, count } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import { describeSupport, isStatedInAllEpisodes } from './describe-support.ts';
import { LessonColumn } from './lesson-column.tsx';
import { LessonFix } from './lesson-fix.tsx';
import { QuotedReport } from './quoted-report.tsx';

/** Shows what the organisation knows about a pattern, in up to three columns: why, what resolved it, what to do. */
export function LessonCard({ entry }: { readonly entry: Schemas['FailureLibraryEntry'] }) {
  const { pattern } = entry;
  const { id, name, lastAt, scenario } = pattern;
  const { symptom = null, likelyMechanism, causeQuotation, resolutionQuotation, remedies = '' } = scenario ?? {};
  const mechanism = pattern.mechanism ?? likelyMechanism;
  const support = describeSupport(pattern);
  // The name of the pattern often is the mechanism, which then says nothing new.
  const isNamed = mechanism !== undefined && name.toLowerCase().startsWith(mechanism.toLowerCase());
  const showsMechanism = mechanism !== undefined && !(isNamed && isStatedInAllEpisodes(pattern));
  const showsSupport = isNamed && pattern.mechanism !== undefined && support !== '';
  return (
    <Card withBorder px="md" py="sm" component="article" {...listItem}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h4" flex="1 1 320px">
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
            {name}
          </PageLink>
          {entry.fix?.state === 'verified' && (
            <Badge color="teal" variant="light" tt="none" fw={500} ml="xs">
              fix held
            </Badge>
          )}
        </Title>
        <Group gap="md" c="dimmed" fz="sm" style={{ rowGap: 0 }}>
          <div>
            {count(pattern.episodes, 'episode')}, last <Timestamp at={lastAt} as="day" />
          </div>
          <div>
            <ServiceLinks names={listLocations(pattern)} limit={2} />
          </div>
        </Group>
      </Group>
      {symptom !== null && (
        <Text size="sm" lineClamp={2}>
          {symptom}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" verticalSpacing="xs" mt="xs">
        <LessonColumn
          label={causeQuotation === undefined ? 'Mechanism' : 'Root cause'}
          isKnown={showsMechanism || causeQuotation !== undefined}
        >
          {showsMechanism && (
            <>
              <TextLink to="/library" search={{ mechanism }} title="All lessons about this mechanism" fw={500}>
                {showsSupport ? capitalise(support) : mechanism}
              </TextLink>
              {!showsSupport && support !== '' && `, ${support}`}
            </>
          )}
          <QuotedReport quotation={causeQuotation} />
        </LessonColumn>
        <LessonColumn label="Resolution" isKnown={remedies !== '' || resolutionQuotation !== undefined}>
          {remedies}
          <QuotedReport quotation={resolutionQuotation} />
        </LessonColumn>
        <LessonFix entry={entry} />
      </SimpleGrid>
    </Card>
  );
}
