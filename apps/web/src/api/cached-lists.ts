import type { InfiniteData } from '@tanstack/react-query';
import { queryClient } from './refrain.ts';

interface ListedPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

type ListQuery = Readonly<Record<string, unknown>>;
type Update<Item> = (items: readonly Item[], query: ListQuery, isFirstPage: boolean) => readonly Item[];

/**
 * Updates every cached list of a path at once, before the server has confirmed a change; the next fetch replaces it. The totals
 * follow the number of items that were added or removed.
 */
export function updateCachedLists<Item>(path: string, update: Update<Item>): void {
  const filters = { queryKey: ['get', path] };
  // A response that is on its way was made before the change.
  void queryClient.cancelQueries(filters);
  for (const [key, data] of queryClient.getQueriesData<unknown>(filters)) {
    const query = readQuery(key[2]);
    if (isInfinite<Item>(data)) {
      const pages = data.pages.map((page, at) => ({ ...page, items: update(page.items, query, at === 0) }));
      const added = pages.reduce((sum, { items }, at) => sum + items.length - (data.pages[at]?.items.length ?? 0), 0);
      queryClient.setQueryData(key, {
        ...data,
        pages: pages.map((page) => ({ ...page, total: Math.max(0, page.total + added) })),
      });
    } else if (isPage<Item>(data)) {
      const items = update(data.items, query, true);
      const total = Math.max(0, data.total + items.length - data.items.length);
      queryClient.setQueryData(key, { ...data, items, total });
    }
  }
}

/** Updates the cached responses about one object. */
export function updateCachedObject<Item extends object>(path: string, id: string, change: Partial<Item>): void {
  queryClient.setQueryData(['get', path, { params: { path: { id } } }], (data: Item | undefined) =>
    data === undefined ? data : { ...data, ...change },
  );
}

function readQuery(init: unknown): ListQuery {
  return (init as { readonly params?: { readonly query?: ListQuery } } | undefined)?.params?.query ?? {};
}

function isInfinite<Item>(data: unknown): data is InfiniteData<ListedPage<Item>> {
  return typeof data === 'object' && data !== null && 'pages' in data;
}

function isPage<Item>(data: unknown): data is ListedPage<Item> {
  return typeof data === 'object' && data !== null && 'items' in data && 'total' in data;
}
