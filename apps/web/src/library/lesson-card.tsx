import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { ServiceLinks } from '../components/service-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { causeLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';

type Entry = Schemas['FailureLibraryEntry'];

/** What a pattern teaches: its root cause, then its resolution and its fix, then where it happened. */
export function LessonCard({ entry: { pattern, fixState, guardrail } }: { readonly entry: Entry }) {
  const { id, name, cause, scenario, episodes, lastAt } = pattern;
  const places = listLocations(pattern);
  const rootCause = scenario?.cause ?? scenario?.mechanism ?? null;
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
        <Lesson label="Root cause" text={rootCause} />
        <Lesson label="Resolved by" text={scenario?.resolution ?? null} />
        <Lesson label={fixState === 'verified' ? 'Fix that held' : 'Recommended fix'} text={guardrail?.name ?? null} />
      </Stack>
      <Text size="sm" c="dimmed" mt="xs">
        {count(episodes, 'episode')}, last <Timestamp at={lastAt} as="day" />
        {places.length > 0 && ' · '}
        <ServiceLinks names={places} limit={3} />
      </Text>
    </Card>
  );
}

function Lesson({ label, text }: { readonly label: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Text span inherit fw={600}>
        {label}:
      </Text>{' '}
      {text}
    </Text>
  );
}
