import { Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count, formatProbability } from '../labels/format.ts';

export function LikelyPatternCard({ pattern }: { readonly pattern: Schemas['LikelyPattern'] }) {
  const { id, name, episodes, lastAt, lesson, confidence } = pattern;
  return (
    <Card withBorder padding="md" component="article">
      <Text size="sm" c="dimmed" fw={600}>
        Pattern · {formatProbability(confidence)} likely
      </Text>
      <Group justify="space-between" gap="xs" align="baseline">
        <Title order={3}>
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
            {name}
          </PageLink>
        </Title>
        <Text size="sm" c="dimmed">
          {count(episodes, 'episode')}, last <Timestamp at={lastAt} as="day" />
        </Text>
      </Group>
      <Text mt={4}>{lesson}</Text>
    </Card>
  );
}
