import type { KnownCatalogue, MatchedFile } from '@refrain/analysis';
import { toAppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import { withSource } from '../source/with-source.ts';
import type { IngestDeps } from '../worker/deps.ts';
import type { CatalogueTask } from './catalogue-worker.ts';

/**
 * Stores what a repository's own files say about services and owners, in place of what they said before. A file that cannot be
 * read, or takes too long, says nothing.
 */
export function createReadCatalogue(deps: IngestDeps): Handler<'read-catalogue'> {
  const { store } = deps;
  const nothing: MatchedFile = { drafts: [], dependencies: [], owners: [], serviceIds: [], problems: [] };

  function readUnlessBroken(task: CatalogueTask): Promise<MatchedFile> {
    return deps.catalogue.read(task).catch((thrown: unknown) => {
      const { code } = toAppError(thrown);
      if (code === 'invalid_input' || code === 'too_large') return nothing;
      throw thrown;
    });
  }

  return async ({ connectionId, repository }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null) return;
    const files = await withSource(deps, connection, null, (source) => source.listCatalogueFiles(repository, signal));
    if (files.length === 0) return;
    const known = await listKnownCatalogue(deps);
    const ids = new Set(known.services.map(({ id }) => id));
    for (const { path, text } of files) {
      const { drafts, dependencies, owners, serviceIds } = await readUnlessBroken({ path, text, repository, known });
      // A service out of scope is known only to a person's import of the same file, which stays then.
      const isWhole = serviceIds.every((id) => ids.has(id));
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
