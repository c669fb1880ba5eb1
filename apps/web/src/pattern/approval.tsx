import { Button, Flex, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { refresh } from '../api/query-client.ts';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';

/** Says yes to a proposal, and where its issue belongs. */
export function Approval({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const [repository, setRepository] = useState(improvement.repository ?? '');
  const approve = refrain.useMutation('post', '/v1/improvements/{id}/approve', {
    onSettled: () => refresh('/v1/improvements'),
  });
  const send = () =>
    approve.mutate({ params: { path: { id: improvement.id } }, body: { repository: repository.trim() } });
  return (
    <Stack
      gap="sm"
      mt="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
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
      {approve.error && <ProblemNotice error={approve.error} retry={send} />}
    </Stack>
  );
}
