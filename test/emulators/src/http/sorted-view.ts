/** A list that a page can be cut from. */
export interface Pageable<T> {
  readonly length: number;
  slice(from: number, to: number): T[];
}

/**
 * Items in ascending order of a whole number, such as their time in milliseconds, and then as they came; kept so while items
 * come and change, so that a window or a page of them costs what is in it.
 */
export interface SortedView<T> {
  readonly items: readonly T[];
  /** How many items stand before the first whose order is `least` or more. */
  countBefore(least: number): number;
  /** The items of an order from `least` (included) to `end` (excluded). */
  between(least: number, end: number): readonly T[];
  /** @param former what the item was before; absent for a new one */
  put(item: T, former?: T): void;
}

/** @param where takes items in; the others are left out */
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

/** The items from `from` up to `to`, the last one first, without a copy of all of them. */
export function lastFirst<T>(items: readonly T[], from = 0, to = items.length): Pageable<T> {
  const length = Math.max(0, to - from);
  return {
    length,
    slice: (start, end) =>
      items.slice(Math.max(from, to - Math.min(end, length)), Math.max(from, to - start)).reverse(),
  };
}
