import { useNavigate } from '@tanstack/react-router';
import type { AuditSearch } from './audit-search.ts';

type Change = { readonly [name in keyof AuditSearch]: string | undefined };

/** Changes what is shown; each change is a step that the back button takes back. */
export function useShow() {
  const navigate = useNavigate({ from: '/audit' });
  return (change: Change) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as AuditSearch, resetScroll: false });
}
