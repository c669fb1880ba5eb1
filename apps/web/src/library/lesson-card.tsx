import { Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { ServiceLinks } from '../components/service-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import { describeLesson } from './describe-lesson.ts';
import { LessonColumn } from './lesson-column.tsx';
import { LessonFix } from './lesson-fix.tsx';
import { QuotedReport } from './quoted-report.tsx';

/** Shows what the organisation knows about a pattern, in the same three columns on each card: why, what resolved it, what to do. */
export function LessonCard({ entry }: { readonly entry: Schemas['FailureLibraryEntry'] }) {
  const { pattern, episodes } = entry;
  const { id, name, lastAt } = pattern;
  const { symptom, cause, resolution } = describeLesson(pattern);
  return (
    <Card withBorder padding="md" component="article">
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h4" flex="1 1 320px">
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
            {name}
          </PageLink>
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
        <LessonColumn label="Root cause" isKnown={cause.mechanism !== null || cause.quotation !== null}>
          {cause.mechanism !== null && (
            <>
              <TextLink
                to="/library"
                search={{ mechanism: cause.mechanism }}
                title="All lessons about this mechanism"
                fw={500}
              >
                {cause.mechanism}
              </TextLink>
              {cause.support !== '' && `, ${cause.support}`}
            </>
          )}
          <QuotedReport quotation={cause.quotation} episodes={episodes} />
        </LessonColumn>
        <LessonColumn label="Resolution" isKnown={resolution.statement !== '' || resolution.quotation !== null}>
          {resolution.statement}
          <QuotedReport quotation={resolution.quotation} episodes={episodes} />
        </LessonColumn>
        <LessonFix entry={entry} />
      </SimpleGrid>
    </Card>
  );
}
