import { Badge, Card, Group, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { labelsOfCheckedOutcomes, labelsOfCheckStates } from '../labels/audit-labels.ts';
import { count, formatProbability } from '../labels/count.ts';

export function PullRequestCheckRow({ check }: { readonly check: Schemas['ListedCheck'] }) {
  const { repository, number, state, outcome, score, averageScore, patternId, failureIds, url, at } = check;
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" flex="1 1 240px">
          <ExternalLink url={url}>
            {repository}#{number}
          </ExternalLink>
        </Title>
        <Badge variant="dot" color={outcome === 'failed' ? 'orange' : 'gray'} tt="none" fw={500}>
          {labelsOfCheckedOutcomes[outcome]}
        </Badge>
      </Group>
      <Text size="sm" my={4}>
        {formatProbability(score)} likely to fail, where {formatProbability(averageScore)} is averageScore: it resembles
        what {count(failureIds.length, 'earlier failure')} grew from
        {patternId !== null && (
          <>
            , most of all{' '}
            <PageLink to="/patterns/$patternId" params={{ patternId }} inherit underline="always">
              this pattern
            </PageLink>
          </>
        )}
        .
      </Text>
      <Text size="sm" c="dimmed">
        Check {labelsOfCheckStates[state]}, <Timestamp at={at} />
      </Text>
    </Card>
  );
}
