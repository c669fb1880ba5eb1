import { Card, Text } from '@mantine/core';
import { refrain } from '../../api/refrain.ts';
import { Nothing } from '../../components/nothing.tsx';
import { When } from '../../components/when.tsx';
import { LongList } from '../../list/long-list.tsx';
import { pageAfterPage } from '../../list/page-after-page.ts';

/** Lists records that could not be parsed, newest first, with the reasons. */
export function UnreadableList({ id }: { readonly id: string }) {
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/connections/{id}/unreadable',
    { params: { path: { id }, query: { limit: 50 } } },
    pageAfterPage,
  );
  return (
    <LongList
      list={list}
      one="record"
      rowHeight={90}
      empty={<Nothing title="Everything could be read." />}
      keyOf={(record) => record.id}
    >
      {({ type, deliveryKey, problem, receivedAt }) => (
        <Card withBorder padding="sm">
          <Text size="sm">{problem}</Text>
          <Text size="sm" c="dimmed">
            {type} · {deliveryKey} · came in <When at={receivedAt} />
          </Text>
        </Card>
      )}
    </LongList>
  );
}
