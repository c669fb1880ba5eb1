import { type KnownCatalogue, matchCatalogueFacts } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import { AppError, type CatalogueFile } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';
import { withSource } from './with-source.ts';

/**
 * Takes in what a repository's own files say of services and owners, in place of what they said before. A file that cannot be read says
 * nothing.
 */
export function createReadCatalogue(deps: IngestDeps): Handler<'read-catalogue'> {
  const { store } = deps;
  return async ({ connectionId, repository }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null) return;
    const files = await withSource(deps, connection, null, (source) => source.listCatalogueFiles(repository, signal));
    if (files.length === 0) return;
    const known = await listKnownCatalogue(deps);
    const ids = new Set(known.services.map(({ id }) => id));
    for (const { path, text } of files) {
      const { facts, owners } = readFile(path, text, repository);
      // A service that is not taken in is known only to a person's import of the same file, which stays then.
      const isWhole = facts.every(({ serviceId }) => serviceId === null || ids.has(serviceId));
      const { drafts, dependencies } = matchCatalogueFacts(facts, known);
      await store.catalogue.replaceFile({ drafts, dependencies, owners }, `${repository}:${path}`, isWhole);
    }
  };
}

async function listKnownCatalogue({ store }: IngestDeps): Promise<KnownCatalogue> {
  const [names, members, repositories] = await Promise.all([
    store.catalogue.listServices(),
    store.scope.listRemaining('pagerduty'),
    store.scope.listRemaining('github'),
  ]);
  return {
    services: [...names.map((name) => ({ name, id: null })), ...members],
    repositories: repositories.map(({ name }) => name),
  };
}

function readFile(path: string, text: string, repository: string): CatalogueFile {
  try {
    return readCatalogueFile(path, text, repository);
  } catch (thrown) {
    if (thrown instanceof AppError && (thrown.code === 'invalid_input' || thrown.code === 'too_large'))
      return { facts: [], owners: [], problems: [] };
    throw thrown;
  }
}
