import type { CatalogueImportedAnswer } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { listKnownServices } from './known-services.ts';

export interface CatalogueUpload {
  readonly path: string;
  readonly text: string;
  readonly repository: string | null;
  readonly confirm: boolean;
}

/**
 * Stores what a catalogue file says of known services, in place of what the same file said before. With `confirm` a
 * component that is certainly a service is confirmed, unless a person has decided on it already.
 */
export async function importCatalogueFile(
  deps: Pick<ApiDeps, 'store' | 'catalogue'>,
  { path, text, repository: written, confirm }: CatalogueUpload,
): Promise<CatalogueImportedAnswer> {
  const { store } = deps;
  const repositories = (await store.scope.listRemaining('github')).map(({ name }) => name);
  const repository = repositories.find((name) => name.toLowerCase() === written?.toLowerCase()) ?? written;
  const known = await listKnownServices(deps);
  const { drafts, dependencies, owners, problems } = await deps.catalogue.read({
    ...{ path, text, repository },
    known: { services: known.services, repositories },
  });
  // While an account does not answer, what is not found in it now may be there all the same.
  const isWhole = repository !== null && known.problems.length === 0;
  const said = { drafts, dependencies, owners };
  const stored = await store.catalogue.replaceFile(said, `${repository ?? 'import'}:${path}`, isWhole);
  const items = [];
  for (const entry of stored) {
    const isCertain = entry.origin === 'catalog_info' && entry.score === 1;
    const confirmed = confirm && isCertain && entry.status === 'suggested';
    items.push(confirmed ? await store.catalogue.decide(entry.id, 'confirmed') : entry);
  }
  return { items, problems: [...known.problems, ...problems] };
}
