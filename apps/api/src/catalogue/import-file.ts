import type { KnownService } from '@refrain/analysis';
import { AppError, type CatalogueImportResponse, NewCatalogueEntry, toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { providerTimeoutMs } from '../connections/connect-account.ts';

/** The maximum number of owned paths in all files together, about ten times as many as a large organisation has. */
const maxOwnedPaths = 100_000;

export const CatalogueUpload = z.strictObject({
  /** The path of the file in its repository, or only the file name. */
  path: z.string().min(1).max(1_000),
  text: z.string(),
  repository: NewCatalogueEntry.shape.repository.nullable().default(null),
  /** Whether to confirm those entries of a `catalog-info.yaml` file whose services are known. */
  confirm: z.boolean().default(false),
});
export type CatalogueUpload = z.output<typeof CatalogueUpload>;

/**
 * Replaces the stored entries of a catalogue file by the entries of `text` whose services are known. If `confirm` is true, also
 * confirms the entries of a catalog-info.yaml file whose service is certain and on which no person has decided.
 * @throws {AppError} `too_large` if all files together have too many owned paths
 */
export async function importCatalogueFile(
  deps: ApiDeps,
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
  // If an account is unavailable, its services cannot be matched, so their stored entries must not be removed.
  const isWhole = repository !== null && known.problems.length === 0;
  const statements = { drafts, dependencies, owners };
  const source = `${repository ?? 'import'}:${path}`;
  await refuseTooMany(store, source, owners.length);
  const stored = await store.catalogue.replaceFile(statements, source, isWhole);
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
    `With this file, all CODEOWNERS files together would have ${others + count} paths; Refrain stores at most ${maxOwnedPaths}. Import a file with fewer lines, or replace an obsolete file with an empty one.`,
  );
}

/**
 * Lists the services of stored failures, and the services of connected accounts with the ids that catalogue files use.
 * Reports an unavailable account as a problem instead of throwing an error, because services can also be matched by name.
 */
async function listKnownServices({
  store,
  providers,
  listServices,
}: ApiDeps): Promise<{ services: KnownService[]; problems: string[] }> {
  const services: KnownService[] = (await store.catalogue.listServices()).map((name) => ({ name, id: null }));
  const problems: string[] = [];
  for (const connection of await store.connections.list()) {
    if (providers.find(connection.provider)?.listServices === undefined) continue;
    const credential = await store.connections.readCredential(connection.id);
    if (credential === null) continue;
    try {
      services.push(...(await listServices(connection, credential, AbortSignal.timeout(providerTimeoutMs))));
    } catch (thrown) {
      problems.push(`services of ${connection.account} could not be listed: ${toAppError(thrown).message}`);
    }
  }
  return { services, problems };
}
