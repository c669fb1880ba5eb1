import { keepPreviousData } from '@tanstack/react-query';

/**
 * The options of a query that loads a list page by page. The current list stays visible until a changed filter has
 * loaded.
 */
export const pagination = {
  pageParamName: 'after',
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next,
  placeholderData: keepPreviousData,
};
