import type { Schemas } from '../api/refrain.ts';

export type Entry = Schemas['CatalogueEntry'];
export type CatalogueEntryStatus = Entry['status'];

/** Formats an entry's location in one line: `acme/shop, in services/cart, as production`. */
export function describeEntryLocation({
  repository,
  path,
  environment,
}: Pick<Entry, 'repository' | 'path' | 'environment'>): string {
  return [repository, path && `in ${path}`, environment && `as ${environment}`].filter(Boolean).join(', ');
}

/**
 * Returns the id of the next (1) or previous (-1) entry, or of the first entry if none is current. Returns null if
 * there are no entries.
 */
export function findAdjacentEntry(
  entries: readonly Pick<Entry, 'id'>[],
  current: string | null,
  by: 1 | -1,
): string | null {
  const at = entries.findIndex(({ id }) => id === current);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), entries.length - 1);
  return entries[next]?.id ?? null;
}

export function findNextUndecidedEntry(entries: readonly Pick<Entry, 'id' | 'status'>[], current: string): string {
  const at = entries.findIndex(({ id }) => id === current);
  const others = [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))];
  return others.find(({ status }) => status === 'suggested')?.id ?? current;
}
