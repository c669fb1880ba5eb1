import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { ServiceLinks } from '../components/service-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { causeLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';

type Entry = Schemas['FailureLibraryEntry'];

/** Shows what a pattern teaches: its root cause, its resolution and its fix, then where it happened. */
export function LessonCard({ entry: { pattern, fixState, guardrail } }: { readonly entry: Entry }) {
  const { id, name, cause, scenario, episodes, lastAt } = pattern;
  const places = listLocations(pattern);
  const rootCause = scenario?.cause ?? null;
  return (
    <Card withBorder padding="md" component="article">
      <Group justify="space-between" align="baseline" gap="xs" wrap="nowrap">
        <Title order={2} size="h3">
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
            {name}
          </PageLink>
        </Title>
        {cause !== 'unknown' && (
          <Badge variant="light" color="gray" tt="none" fw={500} flex="none">
            {causeLabels[cause]}
          </Badge>
        )}
      </Group>
      <Stack gap={4} mt="xs" maw={860}>
        {rootCause === null ? (
          <Lesson text={scenario?.mechanism ?? null} />
        ) : (
          <Lesson label="Root cause" text={rootCause} />
        )}
        <Lesson text={scenario?.resolution ?? null} />
        <Lesson label={fixState === 'verified' ? 'Fix that held' : 'Recommended fix'} text={guardrail?.name ?? null} />
      </Stack>
      <Group gap="md" mt="xs" c="dimmed" fz="sm" style={{ rowGap: 0 }}>
        <div>
          {count(episodes, 'episode')}, last <Timestamp at={lastAt} as="day" />
        </div>
        <div>
          <ServiceLinks names={places} limit={3} />
        </div>
      </Group>
    </Card>
  );
}

/** @param label omitted if the sentence says what it is about */
function Lesson({ label, text }: { readonly label?: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {label !== undefined && (
        <Text span inherit fw={600}>
          {label}:{' '}
        </Text>
      )}
      {text}
    </Text>
  );
}
