import { Loader, Stack, Text, VisuallyHidden } from '@mantine/core';
import { type InfiniteData, keepPreviousData } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LoadingPlaceholder, ProblemNotice } from '../components/states.tsx';
import { formatListTotal } from '../labels/format.ts';

interface ListedPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface Props<Item> {
  readonly list: {
    readonly data: InfiniteData<ListedPage<Item>> | undefined;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  readonly one: string;
  readonly many?: string;
  readonly empty: ReactNode;
  /** Estimated height of a row in pixels. */
  readonly rowHeight: number;
  keyOf(item: Item): string;
  children(item: Item, at: number): ReactNode;
}

/** A virtualised list: it renders only the visible rows, and loads the next page when the user scrolls near the end. */
export function VirtualList<Item>({ list, one, many = `${one}s`, empty, rowHeight, keyOf, children }: Props<Item>) {
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
          <Text size="sm" c="dimmed" role="status">
            {formatListTotal(total, one, many)}
          </Text>
        ))}
      {data !== undefined && items.length === 0 && empty}
      {items.length > 0 && (
        <Rows
          items={items}
          total={total}
          rowHeight={rowHeight}
          keyOf={keyOf}
          row={children}
          reachEnd={() => hasNextPage && !isFetchingNextPage && error == null && list.fetchNextPage()}
        />
      )}
      {isFetchingNextPage && <Loader size="sm" mx="auto" aria-label={`Loading more ${many}`} />}
    </Stack>
  );
}

interface RowsProps<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly rowHeight: number;
  keyOf(item: Item): string;
  row(item: Item, at: number): ReactNode;
  reachEnd(): unknown;
}

function Rows<Item>({ items, total, rowHeight, keyOf, row, reachEnd }: RowsProps<Item>) {
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: top,
    // Memoised, because a new function would make the virtualiser measure every row again.
    getItemKey: useCallback((at: number) => keyOf(items[at] as Item), [items, keyOf]),
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 10) reachEnd();
  });
  return (
    <ul
      ref={box}
      style={{ position: 'relative', height: rows.getTotalSize(), margin: 0, padding: 0, listStyle: 'none' }}
    >
      {shown.map(({ key, index, start }) => (
        // A plain element renders faster than a Mantine component.
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-posinset={index + 1}
          aria-setsize={total}
          style={{
            position: 'absolute',
            insetInline: 0,
            top: 0,
            paddingBottom: 'var(--mantine-spacing-sm)',
            transform: `translateY(${start - top}px)`,
          }}
        >
          <Row item={items[index] as Item} at={index} row={row} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps<Item> extends Pick<RowsProps<Item>, 'row'> {
  readonly item: Item;
  readonly at: number;
}

/** Memoised, so that scrolling does not render rows again. */
const Row = memo(renderRow) as typeof renderRow;

function renderRow<Item>({ item, at, row }: RowProps<Item>): ReactNode {
  return row(item, at);
}

/**
 * Returns the options of a paged query. After a change of the filter, the old list stays visible until the new one is loaded.
 * @param refetchInterval milliseconds
 */
export function paginationOptions(refetchInterval?: number | false) {
  return {
    pageParamName: 'after',
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: { readonly next: string | null }) => next,
    placeholderData: keepPreviousData,
    refetchInterval,
  };
}
