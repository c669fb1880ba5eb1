import { Badge, Card, Group, Text, Title } from '@mantine/core';
import { memo } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../parts/page-link.tsx';
import { When } from '../parts/when.tsx';
import { chanceOf, count, listSome } from '../words/count.ts';
import { causeWords, kindColors, kindWords, namesOf } from '../words/design-words.ts';
import { StandingBadges } from './standing-badges.tsx';

export const PatternCard = memo(({ pattern }: { readonly pattern: Schemas['ListedPattern'] }) => {
  const { id, name, lesson, episodes, lastAt, cause, services, repositories, chance30 } = pattern;
  return (
    <Card withBorder padding="md" component="article">
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h3" flex="1 1 240px">
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit lineClamp={2}>
            {name}
          </PageLink>
        </Title>
        <Text size="sm" c="dimmed">
          <Text span inherit fw={600} c="bright">
            {count(episodes, 'episode')}
          </Text>
          , last <When at={lastAt} as="day" />
          {chance30 !== null && ` · ${chanceOf(chance30)} likely within 30 days`}
        </Text>
      </Group>
      <Text size="sm" my="xs" lineClamp={4}>
        {lesson}
      </Text>
      <Group gap="xs">
        <StandingBadges
          recurrence={pattern.recurrence}
          direction={pattern.direction}
          judgement={pattern.judgement ?? null}
          improvement={pattern.improvement?.state ?? null}
        />
        <KindBadges kinds={pattern.kinds} />
        <Text size="sm" c="dimmed">
          {[causeWords[cause], listSome(services.length > 0 ? services : repositories, 3)].filter(Boolean).join(' · ')}
        </Text>
      </Group>
    </Card>
  );
});

export function KindBadges({ kinds }: { readonly kinds: Schemas['Pattern']['kinds'] }) {
  return namesOf(kindWords)
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => (
      <Badge key={kind} variant="dot" color={kindColors[kind]} tt="none" fw={500}>
        {count(kinds[kind], kindWords[kind])}
      </Badge>
    ));
}
