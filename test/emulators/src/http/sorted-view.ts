/** Returns pages of a list without copying the whole list. */
export interface PageableList<T> {
  readonly length: number;
  slice(from: number, to: number): T[];
}

/** Items sorted by an integer key and then by insertion. Reading a page takes time in proportion to the page's size. */
export interface SortedView<T> {
  readonly items: readonly T[];
  countBefore(least: number): number;
  /** Returns the items with a sort key from `least` (inclusive) to `end` (exclusive). */
  between(least: number, end: number): readonly T[];
  put(item: T, former?: T): void;
}

export function createSortedView<T>(
  all: Iterable<T>,
  order: (item: T) => number,
  where: (item: T) => boolean = () => true,
): SortedView<T> {
  const ranked: { at: number; item: T }[] = [];
  for (const item of all) if (where(item)) ranked.push({ at: order(item), item });
  ranked.sort((a, b) => a.at - b.at);
  const items = ranked.map(({ item }) => item);

  function countBefore(least: number): number {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (order(items[middle] as T) < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function locationOf(item: T | undefined): number {
    return item === undefined || !where(item) ? -1 : items.indexOf(item, countBefore(order(item)));
  }
  return {
    items,
    countBefore,
    between: (least, end) => items.slice(countBefore(least), countBefore(end)),
    put(item, former) {
      const isIn = where(item);
      const place = locationOf(former);
      if (place >= 0 && isIn && order(items[place] as T) === order(item)) {
        items[place] = item;
        return;
      }
      if (place >= 0) items.splice(place, 1);
      if (isIn) items.splice(countBefore(order(item) + 1), 0, item);
    },
  };
}

/** Returns the items from `from` to `to` in reverse order, without copying the list. */
export function reverseList<T>(items: readonly T[], from = 0, to = items.length): PageableList<T> {
  const length = Math.max(0, to - from);
  return {
    length,
    slice: (start, end) =>
      items.slice(Math.max(from, to - Math.min(end, length)), Math.max(from, to - start)).reverse(),
  };
}
