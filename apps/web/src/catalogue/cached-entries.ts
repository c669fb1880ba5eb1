import type { InfiniteData } from '@tanstack/react-query';
import { queryClient, refrain, type Schemas } from '../api/refrain.ts';
import type { Entry } from './entry.ts';

type List = InfiniteData<Schemas['CatalogueResponse']>;

const isList = (data: unknown): data is List => typeof data === 'object' && data !== null && 'pages' in data;

/** Updates an entry in every cached list. A list whose filter no longer matches keeps the entry until its next fetch. */
export function updateCachedCatalogueEntry(id: string, change: Partial<Entry>): void {
  queryClient.setQueriesData<unknown>({ queryKey: ['get', '/v1/catalogue'] }, (data: unknown) =>
    isList(data)
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
          })),
        }
      : data,
  );
}

const undecided = { params: { query: { status: 'suggested' as const, limit: 1 } } };
const all = { params: { query: { limit: 1 } } };

export function useEntryDecisionProgress() {
  const total = refrain.useQuery('get', '/v1/catalogue', all).data?.total;
  const remaining = refrain.useQuery('get', '/v1/catalogue', undecided).data?.total;
  return total === undefined || remaining === undefined ? null : { total, remaining };
}

/** Updates the count of undecided entries before the server has confirmed the decision. */
export function updateUndecidedEntryCount(from: Entry['status'], to: Entry['status']): void {
  const change = Number(to === 'suggested') - Number(from === 'suggested');
  queryClient.setQueryData(
    ['get', '/v1/catalogue', undecided],
    (data: Schemas['CatalogueResponse'] | undefined) => data && { ...data, total: Math.max(0, data.total + change) },
  );
}

/** Fetches the counts of entries again, but not the list, so that no row moves while a user decides. */
export async function refetchEntryCounts(): Promise<void> {
  for (const init of [all, undecided]) {
    await queryClient.invalidateQueries({ queryKey: ['get', '/v1/catalogue', init], exact: true });
  }
}
