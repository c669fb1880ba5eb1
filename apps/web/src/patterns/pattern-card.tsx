import { Badge, Card, Group, type MantineColor, Text, Title } from '@mantine/core';
import { memo } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import {
  causeLabels,
  failureKindColors,
  failureKindLabels,
  improvementStateLabels,
  recurrenceLabels,
  trendLabels,
} from '../labels/domain-labels.ts';
import { count, formatProbability, formatShortenedNameList } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';

export const PatternCard = memo(({ pattern }: { readonly pattern: Schemas['ListedPattern'] }) => {
  const { id, name, lesson, episodes, lastAt, cause, services, repositories, probability30 } = pattern;
  return (
    <Card withBorder padding="md" component="article" {...listItem}>
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
          , last <Timestamp at={lastAt} as="day" />
          {probability30 !== null && ` · ${formatProbability(probability30)} likely within 30 days`}
        </Text>
      </Group>
      <Text size="sm" my="xs" lineClamp={4}>
        {lesson}
      </Text>
      <Group gap="xs">
        <PatternStatusBadges
          recurrence={pattern.recurrence}
          direction={pattern.direction}
          judgement={pattern.judgement ?? null}
          improvement={pattern.improvement?.state ?? null}
        />
        <FailureKindBadges kinds={pattern.kinds} />
        <Text size="sm" c="dimmed">
          {[causeLabels[cause], formatShortenedNameList(services.length > 0 ? services : repositories, 3)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
    </Card>
  );
});

export function FailureKindBadges({ kinds }: { readonly kinds: Schemas['Pattern']['kinds'] }) {
  return listLabelKeys(failureKindLabels)
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => (
      <Badge key={kind} variant="dot" color={failureKindColors[kind]} tt="none" fw={500}>
        {count(kinds[kind], failureKindLabels[kind])}
      </Badge>
    ));
}

interface PatternStatusBadgesProps {
  readonly recurrence: Schemas['Recurrence'] | null;
  readonly direction: Schemas['TrendDirection'] | null;
  readonly judgement: Schemas['PatternJudgement'] | null;
  readonly improvement?: Schemas['ImprovementState'] | null;
}

export function PatternStatusBadges({
  recurrence,
  direction,
  judgement,
  improvement = null,
}: PatternStatusBadgesProps) {
  const badges: readonly (readonly [string, MantineColor])[] = [
    ...(recurrence === 'new' || recurrence === 'returned'
      ? [[recurrenceLabels[recurrence], 'orange'] as const]
      : recurrence === 'quiet'
        ? [[recurrenceLabels.quiet, 'gray'] as const]
        : []),
    ...(direction === 'rising' ? [[trendLabels.rising, 'orange'] as const] : []),
    ...(direction === 'falling' ? [[trendLabels.falling, 'teal'] as const] : []),
    ...(judgement === null ? [] : [[judgement, judgement === 'confirmed' ? 'teal' : 'gray'] as const]),
    ...(improvement === null ? [] : [[`improvement ${improvementStateLabels[improvement]}`, 'cyan'] as const]),
  ];
  return badges.map(([text, color]) => (
    <Badge key={text} color={color} variant="light" tt="none" fw={500} c="var(--mantine-color-text)">
      {text}
    </Badge>
  ));
}
