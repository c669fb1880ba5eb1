import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { percent } from '../words/count.ts';
import { directionWords, recurrenceWords } from '../words/design-words.ts';
import { readDecided } from './decide/read-decided.ts';
import { ReviewBar } from './review-bar.tsx';
import { ShareMenu } from './share-menu.tsx';

interface Props {
  readonly stored: Schemas['StoredReport'];
  readonly mayDecide: boolean;
}

/** What it is called and what it teaches, where it stands, and what can be done with it. */
export function PatternHeader({ stored, mayDecide }: Props) {
  const { pattern, measurement } = stored.report;
  const corrections = refrain.useQuery(
    'get',
    '/v1/corrections',
    { params: { query: { patternId: pattern.id, limit: 200 } } },
    { enabled: mayDecide },
  );
  // What was decided a moment ago is shown before the next grouping has worked it in.
  const decided = readDecided(pattern.id, corrections.data?.items ?? []);
  const recurrence = measurement?.recurrence ?? null;
  const direction = measurement?.trend?.perWeek.direction ?? null;
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Stack gap="xs" maw={800} flex="1 1 400px">
        <Title order={1}>{decided.name ?? pattern.name}</Title>
        <Group gap="xs">
          {recurrence !== null && (
            <Badge color={recurrence === 'returned' ? 'orange' : 'gray'} variant="light">
              {recurrenceWords[recurrence]}
            </Badge>
          )}
          {(direction === 'rising' || direction === 'falling') && (
            <Badge color={direction === 'rising' ? 'orange' : 'teal'} variant="light">
              {directionWords[direction]}
            </Badge>
          )}
          {decided.judgement !== null && (
            <Badge color={decided.judgement === 'confirmed' ? 'teal' : 'gray'} variant="outline">
              {decided.judgement}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {percent(pattern.confidence)} sure that these are one failure
          </Text>
        </Group>
        <Text size="lg">{pattern.lesson}</Text>
      </Stack>
      <Group gap="xs" className="not-printed">
        {mayDecide && <ReviewBar pattern={pattern} members={stored.report.members} decided={decided} />}
        <ShareMenu stored={stored} />
      </Group>
    </Group>
  );
}
