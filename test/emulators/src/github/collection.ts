import { createSortedView, type SortedView } from '../http/sorted-view.ts';

/** Maximum number of sorted views of a collection that are cached. */
const keptViews = 24;

/** Items by key. Sorted views are cached, so the time to read a page does not depend on the size of the collection. */
export interface Collection<K, T> {
  readonly size: number;
  get(key: K): T | undefined;
  has(key: K): boolean;
  values(): Iterable<T>;
  put(item: T): void;
  /** Returns all items that were inserted or changed, each once. */
  changed(): T[];
  /** Returns the items that `where` selects, sorted by `order` and then by insertion. `name` identifies `order` and `where` in the cache. */
  view(name: string, order: (item: T) => number, where?: (item: T) => boolean): SortedView<T>;
}

export function createCollection<K, T>(
  key: (item: T) => K,
  world: Iterable<T>,
  written: Iterable<T> = [],
): Collection<K, T> {
  const items = new Map<K, T>();
  const changed = new Map<K, T>();
  const views = new Map<string, SortedView<T>>();
  for (const item of world) items.set(key(item), item);
  for (const item of written) {
    items.set(key(item), item);
    changed.set(key(item), item);
  }
  return {
    get size() {
      return items.size;
    },
    get: (wanted) => items.get(wanted),
    has: (wanted) => items.has(wanted),
    values: () => items.values(),
    put(item) {
      const former = items.get(key(item));
      items.set(key(item), item);
      changed.set(key(item), item);
      for (const view of views.values()) view.put(item, former);
    },
    changed: () => [...changed.values()],
    view(name, order, where) {
      const view = views.get(name) ?? createSortedView(items.values(), order, where);
      views.delete(name);
      views.set(name, view);
      const [maxUnused] = views.keys();
      if (views.size > keptViews && maxUnused !== undefined) views.delete(maxUnused);
      return view;
    },
  };
}
