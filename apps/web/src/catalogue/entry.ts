import type { Schemas } from '../api/refrain.ts';

export type Entry = Schemas['CatalogueEntry'];
export type CatalogueEntryStatus = Entry['status'];

/** Formats an entry's location in one line: `acme/shop, in services/cart, only production`. */
export function describeEntryLocation({
  repository,
  path,
  environment,
}: Pick<Entry, 'repository' | 'path' | 'environment'>): string {
  return [repository, path && `in ${path}`, environment && `only ${environment}`].filter(Boolean).join(', ');
}
