import { List, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { EmptyState } from '../components/states.tsx';
import type { DigestPeriodKind } from '../labels/describe-period.ts';
import { count, formatProbability } from '../labels/format.ts';
import { groupPatternChanges } from './group-pattern-changes.ts';

interface Props {
  readonly patterns: readonly Schemas['DigestedPattern'][];
  readonly unit: DigestPeriodKind;
}

export function PatternChangeList({ patterns, unit }: Props) {
  const groups = groupPatternChanges(patterns);
  if (groups.length === 0)
    return (
      <EmptyState title={`Nothing came back in this ${unit}.`}>
        No pattern came, went quiet, or changed its pace.
      </EmptyState>
    );
  return (
    <Stack component="section" gap="md" maw={760}>
      <Title order={2}>What became of the patterns</Title>
      {groups.map(({ title, description, patterns: inGroup }) => (
        <div key={title}>
          <Title order={3} mb={4}>
            {title}{' '}
            <Text span size="sm" c="dimmed" fw={400}>
              {description}
            </Text>
          </Title>
          <List spacing={4}>
            {inGroup.map((pattern) => (
              <List.Item key={pattern.patternId}>
                <PageLink
                  to="/patterns/$patternId"
                  params={{ patternId: pattern.patternId }}
                  underline="always"
                  title={pattern.lesson}
                >
                  {pattern.name}
                </PageLink>{' '}
                <Text span size="sm" c="dimmed">
                  {formatFigures(pattern, unit)}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}

function formatFigures(
  { episodes, episodesBefore, probability }: Schemas['DigestedPattern'],
  unit: DigestPeriodKind,
): string {
  const next =
    probability === null ? '' : `; chance of one more in the next ${unit}: ${formatProbability(probability)}`;
  return `${count(episodes, 'episode')}, ${episodesBefore} in the ${unit} before${next}`;
}
