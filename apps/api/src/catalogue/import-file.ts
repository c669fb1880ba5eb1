import { AppError, type CatalogueImportResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { CatalogueThread } from './catalogue-thread.ts';
import { type KnownServicesDeps, listKnownServices } from './known-services.ts';

export type ImportFileDeps = KnownServicesDeps & {
  readonly store: Pick<Store, 'catalogue' | 'connections'>;
  readonly catalogue: Pick<CatalogueThread, 'read'>;
};

/** Places with owners that all files may have together before another one is taken: a large organisation has a tenth of it. */
const maxOwnedPaths = 100_000;

export interface CatalogueUpload {
  readonly path: string;
  readonly text: string;
  readonly repository: string | null;
  readonly confirm: boolean;
}

/**
 * Stores what a catalogue file says of known services, in place of what the same file said before. With `confirm` a
 * component that is certainly a service is confirmed, unless a person has decided on it already.
 * @throws {AppError} `too_large` where the files hold too many places with owners
 */
export async function importCatalogueFile(
  deps: ImportFileDeps,
  { path, text, repository: written, confirm }: CatalogueUpload,
): Promise<CatalogueImportResponse> {
  const { store, providers } = deps;
  const repositories = (await store.connections.listPresentScopeMembers(providers.listSelecting('repositories'))).map(
    ({ name }) => name,
  );
  const repository = repositories.find((name) => name.toLowerCase() === written?.toLowerCase()) ?? written;
  const known = await listKnownServices(deps);
  const { drafts, dependencies, owners, problems } = await deps.catalogue.read({
    path,
    text,
    repository,
    known: { services: known.services, repositories },
  });
  // While an account does not answer, what is not found in it now may be there all the same.
  const isWhole = repository !== null && known.problems.length === 0;
  const said = { drafts, dependencies, owners };
  const source = `${repository ?? 'import'}:${path}`;
  await refuseTooMany(store, source, owners.length);
  const stored = await store.catalogue.replaceFile(said, source, isWhole);
  const items = [];
  for (const entry of stored) {
    const isCertain = entry.origin === 'catalog_info' && entry.score === 1;
    const confirmed = confirm && isCertain && entry.status === 'suggested';
    items.push(confirmed ? await store.catalogue.decide(entry.id, 'confirmed') : entry);
  }
  return { items, problems: [...known.problems, ...problems] };
}

async function refuseTooMany({ catalogue }: Pick<Store, 'catalogue'>, source: string, count: number): Promise<void> {
  if (count === 0) return;
  const others = await catalogue.countOwnersOutside(source);
  if (others + count <= maxOwnedPaths) return;
  throw new AppError(
    'too_large',
    `With this file the files on owners would name ${others + count} places, and at most ${maxOwnedPaths} are kept: import a file with fewer lines, or import one that you need no more again as an empty file.`,
  );
}
