import type { Schemas } from '../api/refrain.ts';

export type Entry = Schemas['CatalogueEntry'];
export type Status = Entry['status'];

/** Where it runs from, in a line: `acme/shop, in services/cart, as production`. */
export function describeLocation({
  repository,
  path,
  environment,
}: Pick<Entry, 'repository' | 'path' | 'environment'>): string {
  return [repository, path && `in ${path}`, environment && `as ${environment}`].filter(Boolean).join(', ');
}

/** The one that is looked at next: `by` steps on, within the list; the first where none is looked at. */
export function step(entries: readonly Pick<Entry, 'id'>[], current: string | null, by: 1 | -1): string | null {
  const at = entries.findIndex(({ id }) => id === current);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), entries.length - 1);
  return entries[next]?.id ?? null;
}

/** The next after this one that nobody has decided on, else the first such one; itself where there is none. */
export function nextUndecided(entries: readonly Pick<Entry, 'id' | 'status'>[], current: string): string {
  const at = entries.findIndex(({ id }) => id === current);
  const inTurn = [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))];
  return inTurn.find(({ status }) => status === 'suggested')?.id ?? current;
}
