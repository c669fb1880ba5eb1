import { Group, Loader, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadingPlaceholder, ProblemNotice } from '../components/states.tsx';
import { formatListTotal } from '../labels/format.ts';

interface ListedPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** A list that is loaded page by page. */
export interface PagedList<Item> {
  readonly data: InfiniteData<ListedPage<Item>> | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
  refetch(): unknown;
}

export interface Rows<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** Loads the next page if there is one. */
  reachEnd(): unknown;
}

interface Props<Item> {
  readonly list: PagedList<Item>;
  readonly one: string;
  readonly many?: string;
  readonly empty: ReactNode;
  readonly rowHeight: number;
  /** Describes the total, if the number alone could be misread. */
  describeTotal?(total: number): ReactNode;
  /** Shown beside the total. */
  readonly note?: ReactNode;
  children(rows: Rows<Item>): ReactNode;
}

/** Shows the state of a paged list around its rows: loading, error, total, and `empty` if it has no items. */
export function ListFrame<Item>({
  list,
  one,
  many = `${one}s`,
  empty,
  rowHeight,
  note,
  describeTotal,
  children,
}: Props<Item>) {
  const { data, error, hasNextPage, isFetchingNextPage } = list;
  const items = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <Stack gap="sm">
      {error != null && <ProblemNotice error={error} retry={() => list.refetch()} />}
      {data === undefined && error == null && (
        <LoadingPlaceholder what={`the ${many}`} heights={[1, 2, 3, 4, 5, 6].map(() => rowHeight - 12)} />
      )}
      {data !== undefined &&
        (total === 0 ? (
          // Only screen readers get this text. Everybody else sees `empty`.
          <VisuallyHidden role="status">{formatListTotal(total, one, many)}</VisuallyHidden>
        ) : (
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed" role="status">
              {describeTotal ? describeTotal(total) : formatListTotal(total, one, many)}
            </Text>
            {note}
          </Group>
        ))}
      {data !== undefined && items.length === 0 && empty}
      {items.length > 0 &&
        children({
          items,
          total,
          reachEnd: () => hasNextPage && !isFetchingNextPage && error == null && list.fetchNextPage(),
        })}
      {isFetchingNextPage && <Loader size="sm" mx="auto" aria-label={`Loading more ${many}`} />}
    </Stack>
  );
}
