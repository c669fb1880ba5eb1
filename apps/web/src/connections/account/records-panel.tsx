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
      const gone = expired === 0 ? '' : `; the content of ${count(expired, 'record')} has expired`;
      notify({ message: `${count(records, 'record')} replayed${gone}.` });
      void invalidateQueries('/v1/connections', '/v1/status');
    },
  });
  return (
    <>
      <Section title="Unreadable records">
        <UnreadableRecordList id={id} />
      </Section>
      <SectionCard title="Replay all records">
        <Text size="sm">
          Refrain parses all stored records of this account again, without contacting the provider. Use this after an
          update that fixes unreadable records.
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
      empty={<EmptyState title="All records are readable" />}
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
