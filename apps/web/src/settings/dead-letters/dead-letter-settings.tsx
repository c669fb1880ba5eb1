import { Button, Flex, Group, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { invalidateQueries, refrain } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { EmptyState } from '../../components/states.tsx';
import { deadLetterKindLabels, deadLetterKindMeanings } from '../../labels/domain-labels.ts';
import { count } from '../../labels/format.ts';
import { listLabelKeys } from '../../labels/labels.ts';
import { NameField, PropertyFilterSelect, useUpdateSearchParameters } from '../../list/filters.tsx';
import type { SettingsSearchParameters } from '../../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../../list/virtual-list.tsx';
import { DeadLetterCard } from './dead-letter-card.tsx';

const kinds = listLabelKeys(deadLetterKindLabels);

export function DeadLetterSettings() {
  const { kind, queue } = useSearch({ from: '/settings/$section' });
  const show = useUpdateSearchParameters<SettingsSearchParameters>();
  const query = { kind, queue, limit: 50 };
  const list = refrain.useInfiniteQuery('get', '/v1/dead-letters', { params: { query } }, paginationOptions(5_000));
  const replay = refrain.useMutation('post', '/v1/dead-letters/replay', {
    async onSuccess({ replayed, notReplayed }) {
      await invalidateQueries('/v1/dead-letters');
      const rest =
        notReplayed === 0 ? '' : ` ${count(notReplayed, 'failed job')} cannot be replayed yet; each shows the reason.`;
      notify({ message: `Replaying ${count(replayed, 'failed job')}.${rest}` });
    },
    onError: notifyProblem,
  });
  const letters = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = kind !== undefined || queue !== undefined;
  const replayShown = () => replay.mutate({ body: { kind, queue } });
  return (
    <>
      <Text size="sm" maw={760}>
        Failed jobs do not block other work. Refrain retries those that failed because a service was unavailable, and
        removes them when they succeed. The others need your attention.{' '}
        {kinds.map((name) => deadLetterKindMeanings[name]).join(' ')}
      </Text>
      <Flex wrap="wrap" gap="sm" align="flex-end">
        <PropertyFilterSelect
          label="Kind"
          labels={deadLetterKindLabels}
          chosen={kind}
          choose={(kind) => show({ kind })}
        />
        <NameField
          label="Queue"
          names={letters.map((letter) => letter.queue)}
          name={queue}
          choose={(queue) => show({ queue })}
        />
        {letters.length > 0 && (
          <Group flex="none">
            <Button variant="default" loading={replay.isPending} onClick={replayShown}>
              {isFiltered ? 'Replay filtered' : 'Replay all'}
            </Button>
          </Group>
        )}
      </Flex>
      <VirtualList
        list={list}
        one="failed job"
        rowHeight={190}
        empty={
          isFiltered ? (
            <EmptyState title="No failed jobs match these filters.">Remove a filter.</EmptyState>
          ) : (
            <EmptyState title="No failed jobs">
              All jobs, records and messages have been processed or will be retried.
            </EmptyState>
          )
        }
        keyOf={({ id }) => id}
      >
        {(letter) => <DeadLetterCard letter={letter} />}
      </VirtualList>
    </>
  );
}
