import { Badge, Card, Group, Text } from '@mantine/core';
import { FailureKind, type Pattern } from '@refrain/domain';
import { PageLink } from '../page-link.tsx';
import { count, formatDay, kindColors, kindWords, plain } from '../words.ts';

export function PatternCard({ pattern }: { readonly pattern: Pattern }) {
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="start" wrap="nowrap">
        <PageLink to="/patterns/$patternId" params={{ patternId: pattern.id }} fw={600}>
          {pattern.name}
        </PageLink>
        <Text size="sm" c="dimmed" ta="right" style={{ whiteSpace: 'nowrap' }}>
          {count(pattern.episodes, 'episode')}, last {formatDay(pattern.lastAt)}
        </Text>
      </Group>
      <Text size="sm" mt={4} lineClamp={2}>
        {pattern.lesson}
      </Text>
      <Group gap="xs" mt="xs">
        <KindBadges kinds={pattern.kinds} />
        <Text size="xs" c="dimmed">
          {plain(pattern.cause)} · {[...pattern.services, ...pattern.repositories].slice(0, 4).join(', ')}
        </Text>
      </Group>
    </Card>
  );
}

export function KindBadges({ kinds }: { readonly kinds: Pattern['kinds'] }) {
  return FailureKind.options
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => (
      <Badge key={kind} variant="light" color={kindColors[kind]} tt="none">
        {count(kinds[kind], kindWords[kind])}
      </Badge>
    ));
}
