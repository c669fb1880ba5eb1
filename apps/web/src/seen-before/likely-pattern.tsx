import { Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count } from '../labels/count.ts';
import { describeConfidence } from '../labels/describe-confidence.ts';

export function LikelyPattern({ pattern }: { readonly pattern: Schemas['LikelyPattern'] }) {
  const { id, name, episodes, lastAt, lesson, confidence } = pattern;
  return (
    <Card withBorder padding="md" component="article">
      <Text size="xs" c="dimmed" fw={600} tt="uppercase">
        The pattern it belongs to: {describeConfidence(confidence)}
      </Text>
      <Group justify="space-between" gap="xs" align="baseline" mt={4}>
        <Title order={3}>
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
            {name}
          </PageLink>
        </Title>
        <Text size="sm" c="dimmed">
          {count(episodes, 'episode')}, last <Timestamp at={lastAt} as="day" />
        </Text>
      </Group>
      <Text mt="xs">{lesson}</Text>
    </Card>
  );
}
