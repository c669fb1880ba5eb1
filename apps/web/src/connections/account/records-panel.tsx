import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { invalidateQueries } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { count } from '../../labels/count.ts';
import { UnreadableRecordList } from './unreadable-record-list.tsx';

export function RecordsPanel({ connection: { id } }: { readonly connection: Schemas['Connection'] }) {
  const replay = refrain.useMutation('post', '/v1/connections/{id}/replay');
  const replayNow = () =>
    replay.mutate(
      { params: { path: { id } } },
      {
        onSuccess: ({ records, expired }) => {
          const gone = expired === 0 ? '' : `; of ${count(expired, 'record')} the content is no longer stored`;
          notify({ message: `${count(records, 'record')} replayed${gone}.` });
          return invalidateQueries('/v1/connections', '/v1/status');
        },
      },
    );
  return (
    <>
      <Stack gap="xs" component="section">
        <Title order={2}>Records that could not be read</Title>
        <UnreadableRecordList id={id} />
      </Stack>
      <Card withBorder padding="md" component="section">
        <Stack gap="xs">
          <Title order={2}>Replay all records</Title>
          <Text size="sm">
            All records of this account are read again from what is stored; the provider is not asked. Of use after an
            update, or once it is known why records could not be read.
          </Text>
          {replay.error !== null && <ProblemNotice error={replay.error} />}
          <Button variant="default" loading={replay.isPending} onClick={replayNow} style={{ alignSelf: 'flex-start' }}>
            Replay
          </Button>
        </Stack>
      </Card>
    </>
  );
}
