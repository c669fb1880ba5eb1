import { useNavigate } from '@tanstack/react-router';

/** Changes of search parameters; undefined removes one. */
export type SearchChange<Search> = { readonly [name in keyof Search]?: string | undefined };

/**
 * Returns a function that changes the search parameters of the page. Each change adds an entry to the browser's history, unless
 * it replaces the last one: the edits of a search are a single entry.
 */
export function useUpdateSearch<Search>() {
  const navigate = useNavigate();
  return (change: SearchChange<Search>, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }) as never, replace, resetScroll: false });
}
