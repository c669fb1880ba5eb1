/** A list that a page can be cut from. */
export interface Pageable<T> {
  readonly length: number;
  slice(from: number, to: number): T[];
}

/** Items in ascending order of a number, kept in it as items come and change. */
export interface SortedView<T> {
  readonly items: readonly T[];
  /** How many items stand before the first whose order is `least` or more. */
  countBefore(least: number): number;
  replace(former: T | undefined, item: T): void;
}

export function createSortedView<T>(
  all: Iterable<T>,
  order: (item: T) => number,
  where: (item: T) => boolean,
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
  function remove(item: T): void {
    const end = countBefore(order(item) + 1);
    for (let at = countBefore(order(item)); at < end; at += 1) {
      if (items[at] === item) {
        items.splice(at, 1);
        return;
      }
    }
  }
  return {
    items,
    countBefore,
    replace(former, item) {
      if (former !== undefined && where(former)) remove(former);
      if (where(item)) items.splice(countBefore(order(item) + 1), 0, item);
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
