import type { ReactNode } from 'react';
import { PageLink } from '../components/links.tsx';

/** The last search parameters of each page by its path. They are kept as long as the browser tab is open. */
const lastSearches = new Map<string, object>();

/** Remembers the search parameters of a page. Call it for each page that the user leaves. */
export function rememberSearchParameters({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: object;
}): void {
  lastSearches.set(pathname, search);
}

interface Props {
  readonly to: '/patterns' | '/failures' | '/services' | '/digests' | '/improvements';
  readonly children: ReactNode;
}

export function BackToList({ to, children }: Props) {
  return (
    <PageLink to={to} search={(lastSearches.get(to) ?? {}) as never} size="sm" className="not-printed">
      ← {children}
    </PageLink>
  );
}
