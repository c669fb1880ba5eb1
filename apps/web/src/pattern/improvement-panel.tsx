import { Anchor, Button, Card, Group, Text, TextInput } from '@mantine/core';
import type { Improvement } from '@refrain/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { approveImprovement, listImprovements } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { improvementWords, safeUrl } from '../words.ts';

const queryKey = ['improvements'];

/** The systemic fix for a pattern: its proposal, or its issue. */
export function ImprovementPanel({ patternId }: { readonly patternId: string }) {
  const { data, error, refetch } = useQuery({ queryKey, queryFn: listImprovements, refetchInterval: 5_000 });
  if (error) return <ProblemNotice error={error} retry={() => refetch()} />;
  const improvement = data?.items.find((item) => item.patternId === patternId);
  if (!improvement) return null;
  const url = safeUrl(improvement.issueUrl);
  return (
    <Card withBorder padding="sm" bg="var(--mantine-color-cyan-light)">
      <Text fw={600}>{improvement.title}</Text>
      <Text size="sm">
        Improvement: {improvementWords[improvement.state]}
        {improvement.repository && ` · ${improvement.repository}`}
        {url && (
          <>
            {' · '}
            <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
              issue #{improvement.issueNumber}
            </Anchor>
          </>
        )}
      </Text>
      {improvement.state === 'proposed' && <Approval improvement={improvement} />}
    </Card>
  );
}

function Approval({ improvement }: { readonly improvement: Improvement }) {
  const [repository, setRepository] = useState(improvement.repository ?? '');
  const queries = useQueryClient();
  const approve = useMutation({
    mutationFn: () => approveImprovement(improvement.id, { repository }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <Group align="end" mt="xs">
        <TextInput
          label="Open the issue in"
          placeholder="owner/name"
          value={repository}
          onChange={(event) => setRepository(event.currentTarget.value)}
        />
        <Button onClick={() => approve.mutate()} loading={approve.isPending} disabled={repository.trim() === ''}>
          Approve and open the issue
        </Button>
      </Group>
      {approve.error && <ProblemNotice error={approve.error} retry={() => approve.mutate()} />}
    </>
  );
}
