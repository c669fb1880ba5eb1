import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

interface Options<Item> {
  readonly box: RefObject<HTMLElement | null>;
  readonly items: readonly Item[];
  /** Estimated height of a row in pixels. */
  readonly rowHeight: number;
  keyOf(item: Item): string;
  /** Called while one of the last rows is in view. */
  reachEnd(): unknown;
}

/** Returns the rows in view of a list that the window scrolls. `top` is the distance of the list from the top of the page. */
export function useVisibleRows<Item>({ box, items, rowHeight, keyOf, reachEnd }: Options<Item>) {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [box]);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: top,
    // Memoised, because a new function would make the virtualiser measure every row again.
    getItemKey: useCallback((at: number) => keyOf(items[at] as Item), [items, keyOf]),
  });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 10) reachEnd();
  });
  return { shown, top, totalSize: virtualizer.getTotalSize(), measureElement: virtualizer.measureElement };
}
