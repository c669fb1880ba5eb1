import { Button, Flex, Group, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { invalidateQueries, refrain } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { EmptyState } from '../../components/states.tsx';
import { deadLetterKindLabels, deadLetterKindMeanings } from '../../labels/domain-labels.ts';
import { count } from '../../labels/format.ts';
import { listLabelKeys } from '../../labels/labels.ts';
import { NameField, PropertyFilterSelect, useUpdateSearchParameters } from '../../list/filters.tsx';
import type { DeadLettersSearchParameters } from '../../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../../list/virtual-list.tsx';
import { DeadLetterCard } from './dead-letter-card.tsx';

const kinds = listLabelKeys(deadLetterKindLabels);

export function DeadLetterSettings() {
  const { kind, queue } = useSearch({ from: '/settings/$section' });
  const show = useUpdateSearchParameters<DeadLettersSearchParameters>();
  const query = { kind, queue, limit: 50 };
  const list = refrain.useInfiniteQuery('get', '/v1/dead-letters', { params: { query } }, paginationOptions(5_000));
  const replay = refrain.useMutation('post', '/v1/dead-letters/replay', {
    async onSuccess({ replayed, notReplayed }) {
      await invalidateQueries('/v1/dead-letters');
      const rest =
        notReplayed === 0 ? '' : ` ${count(notReplayed, 'dead letter')} cannot be replayed as they are: each says why.`;
      notify({ message: `${count(replayed, 'dead letter')} tried again.${rest}` });
    },
    onError: notifyProblem,
  });
  const letters = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = kind !== undefined || queue !== undefined;
  const replayShown = () => replay.mutate({ body: { kind, queue } });
  return (
    <>
      <Text size="sm" maw={760}>
        Nothing here holds anything else up. What failed because something was away is tried again by itself, and is
        gone from this list once it came through; the rest waits for you.{' '}
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
              {isFiltered ? 'Replay all that fit' : 'Replay all'}
            </Button>
          </Group>
        )}
      </Flex>
      <VirtualList
        list={list}
        one="dead letter"
        rowHeight={190}
        empty={
          isFiltered ? (
            <EmptyState title="No dead letter fits.">Take a filter away.</EmptyState>
          ) : (
            <EmptyState title="Nothing was given up.">
              Everything that came in and everything that is owed gets through.
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
