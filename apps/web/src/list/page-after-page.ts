import { keepPreviousData } from '@tanstack/react-query';

/** How the pages of a list are asked for, one after the other; what is shown stays until another list is there. */
export const pageAfterPage = {
  pageParamName: 'after',
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next,
  placeholderData: keepPreviousData,
};
