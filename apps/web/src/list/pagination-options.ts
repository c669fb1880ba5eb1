import { keepPreviousData } from '@tanstack/react-query';

/** Options of a paged query. After a change of the filter, the old list stays visible until the new one is loaded. */
export const paginationOptions = {
  pageParamName: 'after',
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next,
  placeholderData: keepPreviousData,
};
