import { useNavigate } from '@tanstack/react-router';

/** What is to be shown otherwise: values as an address has them; undefined takes one away. */
export type Shown<Search> = { readonly [name in keyof Search]?: string | undefined };

/**
 * Changes what a page shows by changing its address. Each change is a step that the back button takes back, unless it replaces
 * the one before: the words of one search are one step.
 */
export function useShow<Search>() {
  const navigate = useNavigate();
  return (change: Shown<Search>, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }) as never, replace, resetScroll: false });
}
