/** Items in the order of time, for windows of large lists without looking at the rest. */
export interface TimeIndex<T> {
  insert(item: T): void;
  /** Puts an item in the place of another one of the same time. */
  replace(former: T, item: T): void;
  /** Items from `since` (included) to `until` (excluded), oldest first. */
  between(since: number, until: number): readonly T[];
}

/** @param timeOf milliseconds since 1970 */
export function createTimeIndex<T>(given: Iterable<T>, timeOf: (item: T) => number): TimeIndex<T> {
  const sorted = Array.from(given, (item) => ({ at: timeOf(item), item })).sort((a, b) => a.at - b.at);
  const times = sorted.map(({ at }) => at);
  const items = sorted.map(({ item }) => item);

  /** How many items are before `at`. */
  function rank(at: number): number {
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((times[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return {
    insert(item) {
      const at = timeOf(item);
      let place = rank(at);
      while (times[place] === at) place += 1;
      times.splice(place, 0, at);
      items.splice(place, 0, item);
    },
    replace(former, item) {
      const at = timeOf(former);
      for (let place = rank(at); times[place] === at; place += 1) {
        if (items[place] === former) items[place] = item;
      }
    },
    between: (since, until) => items.slice(rank(since), rank(until)),
  };
}
