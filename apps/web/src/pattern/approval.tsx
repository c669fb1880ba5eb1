import { Button, Flex, Stack, TextInput } from '@mantine/core';
import type { Improvement } from '@refrain/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { approveImprovement } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';

/** Says yes to a proposal, and where its issue belongs. */
export function Approval({ improvement }: { readonly improvement: Improvement }) {
  const [repository, setRepository] = useState(improvement.repository ?? '');
  const queries = useQueryClient();
  const approve = useMutation({
    mutationFn: () => approveImprovement(improvement.id, { repository: repository.trim() }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['improvement', improvement.patternId] }),
  });
  return (
    <Stack
      gap="sm"
      mt="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        approve.mutate();
      }}
    >
      <Flex wrap="wrap" align="end" gap="sm">
        <TextInput
          label="Repository for the issue"
          placeholder="owner/name"
          required
          flex="1 1 240px"
          maw={400}
          value={repository}
          onChange={(event) => setRepository(event.currentTarget.value)}
        />
        <Button type="submit" loading={approve.isPending}>
          Approve and open the issue
        </Button>
      </Flex>
      {approve.error && <ProblemNotice error={approve.error} retry={() => approve.mutate()} />}
    </Stack>
  );
}
