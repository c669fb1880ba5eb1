import type { Connection, ConnectionHealth } from '@refrain/domain';

/** The permissions that a credential lacks, what each costs and what to do; null where none is. */
export function describeMissing(missing: ConnectionHealth['missing']): string | null {
  if (missing.length === 0) return null;
  const each = missing.map(({ permission, costs }) => `${permission} (costs ${costs})`).join(', ');
  return `The credential lacks ${each}: give it that and it is seen within minutes, or connect again with another one`;
}

/**
 * What was chosen by its name and is no longer to be seen, and what to do; null where all is there. A pattern with `*` or
 * `?` may match nothing yet.
 */
export function describeUnmatched({ provider, scope }: Connection, visible: readonly string[]): string | null {
  const chosen = provider === 'github' ? scope.repositories : scope.services;
  const there = new Set(visible.map((name) => name.toLowerCase()));
  const gone = chosen.filter((name) => !/[*?]/u.test(name) && !there.has(name.toLowerCase()));
  if (gone.length === 0) return null;
  const what = provider === 'github' ? 'repositories' : 'services';
  return `Of the chosen ${what} these are gone, or hidden from the credential: ${gone.slice(0, 5).join(', ')}; connect again and choose without them`;
}
