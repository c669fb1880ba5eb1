import type { ReactNode } from 'react';
import { PageLink } from '../components/page-link.tsx';

/** How each page was shown when it was left, by its path: for this tab, while it is open. */
const shownLast = new Map<string, object>();

/** To be told of each page that is left. */
export function rememberShown({ pathname, search }: { readonly pathname: string; readonly search: object }): void {
  shownLast.set(pathname, search);
}

interface Props {
  readonly to: '/patterns' | '/failures' | '/digests' | '/improvements';
  readonly children: ReactNode;
}

/** From one of a list back to the list, as one has narrowed and ordered it. */
export function BackToList({ to, children }: Props) {
  return (
    <PageLink to={to} search={(shownLast.get(to) ?? {}) as never} size="sm" className="not-printed">
      ← {children}
    </PageLink>
  );
}
