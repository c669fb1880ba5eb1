import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { OutsideLink } from '../parts/outside-link.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { describeImprovement } from '../words/describe-improvement.ts';
import { Approval } from './approval.tsx';

/** The systemic fix for a pattern: its proposal, or its issue. */
export function ImprovementPanel({ patternId }: { readonly patternId: string }) {
  const { data, error, refetch } = refrain.useQuery(
    'get',
    '/v1/improvements',
    { params: { query: { patternId } } },
    {
      select: ({ items }) => items[0] ?? null,
      refetchInterval: ({ state }) => (isBeingOpened(state.data?.items[0]) ? 1_000 : 15_000),
    },
  );
  if (error && !data) return <ProblemNotice error={error} retry={() => refetch()} />;
  if (data === undefined) return null;
  if (data === null) return <NotProposed />;
  const { state, reason, title, repository, issueNumber, issueUrl, problem, effect, snoozedUntil } = data;
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap={4}>
        <Title order={2}>Schemas['Improvement']</Title>
        <Text fw={600}>{title}</Text>
        <Text size="sm" role="status">
          {describeImprovement(data)}
          {issueUrl !== null && (
            <>
              {' · '}
              <OutsideLink url={issueUrl}>
                {repository}#{issueNumber}
              </OutsideLink>
            </>
          )}
        </Text>
        {reason !== null && effect?.says[0] !== reason && (
          <Text size="sm" c="dimmed">
            {reason}
          </Text>
        )}
        {effect?.says.map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
        {snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now() && (
          <Text size="sm" c="dimmed">
            Left alone until {snoozedUntil.slice(0, 10)}, as somebody asked.
          </Text>
        )}
        {problem !== null && (
          <Alert variant="outline" color="red" role="alert" mt="xs">
            <Text size="sm">{problem}.</Text>
            {state === 'approved' && (
              <Text size="sm">Refrain keeps trying. Is it the wrong repository? Change it.</Text>
            )}
          </Alert>
        )}
        {(state === 'proposed' || state === 'declined' || (state === 'approved' && problem !== null)) && (
          <Approval improvement={data} />
        )}
      </Stack>
    </Card>
  );
}

function isBeingOpened(improvement: Schemas['Improvement'] | null | undefined): boolean {
  return improvement?.state === 'approved' && improvement.problem === null;
}

function NotProposed() {
  return (
    <Text size="sm" c="dimmed">
      No improvement is proposed: by the policy that takes more episodes, more certainty that they are one failure, or
      more that they cost.
    </Text>
  );
}
