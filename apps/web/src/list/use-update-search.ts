import { useNavigate } from '@tanstack/react-router';

export type SearchParameterChange<Search> = { readonly [name in keyof Search]?: string | undefined };

/**
 * Returns a function that changes the search parameters of the page. Each change adds an entry to the browser's history. With
 * `replace` it replaces the last entry, so that all edits of one search text share an entry.
 */
export function useUpdateSearch<Search>() {
  const navigate = useNavigate();
  return (change: SearchParameterChange<Search>, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }) as never, replace, resetScroll: false });
}
