export type SortOrder = 'asc' | 'desc';

/** A sort key of the API, and the order that the first click on its header chooses. */
export interface SortKey {
  readonly key: string;
  readonly first: SortOrder;
}

/** The sort that applies, including the default one. */
export interface CurrentSort {
  readonly key: string;
  readonly order: SortOrder;
}

/** A sort key that belongs to no column. */
export interface SortOption {
  readonly key: string;
  readonly title: string;
}

/** The search parameters of a sort. Both are undefined for the default sort of the list. */
export interface SortParameters {
  readonly sort: string | undefined;
  readonly order: SortOrder | undefined;
}

/** Returns the sort after a click on a header: its first order, then the reverse, then the default sort of the list. */
export function findNextSort({ key, first }: SortKey, current: CurrentSort): SortParameters {
  if (current.key !== key) return { sort: key, order: undefined };
  if (current.order === first) return { sort: key, order: first === 'asc' ? 'desc' : 'asc' };
  return { sort: undefined, order: undefined };
}
