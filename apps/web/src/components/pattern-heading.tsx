import { Group, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';
import { PageLink } from './links.tsx';
import { Timestamp } from './timestamp.tsx';

interface Props {
  readonly pattern: Pick<Schemas['Pattern'], 'id' | 'name' | 'episodes' | 'lastAt'>;
}

/** Heads a card about a pattern: its name as a link, and how often and when it last happened. */
export function PatternHeading({ pattern: { id, name, episodes, lastAt } }: Props) {
  return (
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
  );
}
