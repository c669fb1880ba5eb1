import { Button, Card, Text } from '@mantine/core';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import { Section, SectionCard } from '../../components/section.tsx';
import { EmptyState, ProblemNotice } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { count } from '../../labels/format.ts';
import { paginationOptions, VirtualList } from '../../list/virtual-list.tsx';

export function RecordsPanel({ connection: { id } }: { readonly connection: Schemas['Connection'] }) {
  const replay = refrain.useMutation('post', '/v1/connections/{id}/replay', {
    onSuccess({ records, expired }) {
      const gone = expired === 0 ? '' : `; of ${count(expired, 'record')} the content is no longer stored`;
      notify({ message: `${count(records, 'record')} replayed${gone}.` });
      void invalidateQueries('/v1/connections', '/v1/status');
    },
  });
  return (
    <>
      <Section title="Records that could not be read">
        <UnreadableRecordList id={id} />
      </Section>
      <SectionCard title="Replay all records">
        <Text size="sm">
          All records of this account are read again from what is stored; the provider is not asked. Of use after an
          update, or once it is known why records could not be read.
        </Text>
        {replay.error !== null && <ProblemNotice error={replay.error} />}
        <Button
          variant="default"
          loading={replay.isPending}
          onClick={() => replay.mutate({ params: { path: { id } } })}
          style={{ alignSelf: 'flex-start' }}
        >
          Replay
        </Button>
      </SectionCard>
    </>
  );
}

function UnreadableRecordList({ id }: { readonly id: string }) {
  const params = { path: { id }, query: { limit: 50 } };
  const list = refrain.useInfiniteQuery('get', '/v1/connections/{id}/unreadable', { params }, paginationOptions());
  return (
    <VirtualList
      list={list}
      one="record"
      rowHeight={90}
      empty={<EmptyState title="Everything could be read." />}
      keyOf={(record) => record.id}
    >
      {({ type, deliveryKey, problem, receivedAt }) => (
        <Card withBorder padding="sm">
          <Text size="sm">{problem}</Text>
          <Text size="sm" c="dimmed">
            {type} · {deliveryKey} · received <Timestamp at={receivedAt} />
          </Text>
        </Card>
      )}
    </VirtualList>
  );
}
