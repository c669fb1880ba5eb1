import { keepPreviousData } from '@tanstack/react-query';
import { memo, type ReactNode, useRef } from 'react';
import { ListFrame, type PagedList, type Rows } from './list-frame.tsx';
import { useVisibleRows } from './use-visible-rows.ts';

interface Props<Item> {
  readonly list: PagedList<Item>;
  readonly one: string;
  readonly many?: string;
  readonly empty: ReactNode;
  /** Estimated height of a row in pixels. */
  readonly rowHeight: number;
  /** Shown beside the total. */
  readonly note?: ReactNode;
  keyOf(item: Item): string;
  children(item: Item, at: number): ReactNode;
}

/** A virtualised list: it renders only the visible rows, and loads the next page when the user scrolls near the end. */
export function VirtualList<Item>({ children, keyOf, ...frame }: Props<Item>) {
  return (
    <ListFrame {...frame}>
      {(rows) => <VirtualRows {...rows} rowHeight={frame.rowHeight} keyOf={keyOf} row={children} />}
    </ListFrame>
  );
}

interface RowsProps<Item> extends Rows<Item> {
  readonly rowHeight: number;
  keyOf(item: Item): string;
  row(item: Item, at: number): ReactNode;
}

export function VirtualRows<Item>({ items, total, rowHeight, keyOf, row, reachEnd }: RowsProps<Item>) {
  const box = useRef<HTMLUListElement>(null);
  const { shown, top, totalSize, measureElement } = useVisibleRows({ box, items, rowHeight, keyOf, reachEnd });
  return (
    <ul ref={box} style={{ position: 'relative', height: totalSize, margin: 0, padding: 0, listStyle: 'none' }}>
      {shown.map(({ key, index, start }) => (
        // A plain element renders faster than a Mantine component.
        <li
          key={key}
          ref={measureElement}
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
