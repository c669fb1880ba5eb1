import { Card, Text } from '@mantine/core';
import { refrain } from '../../api/refrain.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { paginationOptions } from '../../list/pagination-options.ts';
import { VirtualList } from '../../list/virtual-list.tsx';

/** Lists records that could not be parsed, newest first, with the reasons. */
export function UnreadableRecordList({ id }: { readonly id: string }) {
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/connections/{id}/unreadable',
    { params: { path: { id }, query: { limit: 50 } } },
    paginationOptions,
  );
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
