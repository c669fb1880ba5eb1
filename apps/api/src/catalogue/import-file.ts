import { matchCatalogueFacts } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import type { CatalogueFact, CatalogueImportedAnswer } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { listKnownServices } from './known-services.ts';

export interface CatalogueUpload {
  readonly path: string;
  readonly text: string;
  readonly repository: string | null;
  readonly confirm: boolean;
}

/** Facts that fit nothing are told one by one up to here. */
const mostTold = 20;

/**
 * Stores what a catalogue file says of known services, in place of what the same file said before. With `confirm` a
 * component that is certainly a service is confirmed, unless a person has decided on it already.
 */
export async function importCatalogueFile(
  deps: Pick<ApiDeps, 'store'>,
  { path, text, repository: written, confirm }: CatalogueUpload,
): Promise<CatalogueImportedAnswer> {
  const { store } = deps;
  const repositories = (await store.scope.listRemaining('github')).map(({ name }) => name);
  const repository = repositories.find((name) => name.toLowerCase() === written?.toLowerCase()) ?? written;
  const { facts, owners, problems } = readCatalogueFile(path, text, repository);
  const known = await listKnownServices(deps);
  const { drafts, dependencies, unmatched } = matchCatalogueFacts(facts, { services: known.services, repositories });
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
  return { items, problems: [...problems, ...known.problems, ...describeUnused(unmatched)] };
}

/** Teams are seldom called like services: only components are expected to be one. */
function describeUnused(facts: readonly CatalogueFact[]): string[] {
  const components = facts.filter(({ origin }) => origin === 'catalog_info');
  const told = components
    .slice(0, mostTold)
    .map(({ names }) => `${names[0]} is like no known service: nothing was stored for it`);
  return components.length > mostTold ? [...told, `and ${components.length - mostTold} more like no service`] : told;
}
