import type { KnownServicesAndRepositories, MatchedCatalogueFile } from '@refrain/analysis';
import { toAppError } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import { runWithSource } from '../source/run-with-source.ts';
import type { IngestDeps } from '../worker/deps.ts';
import type { CatalogueFileToParse } from './catalogue-worker.ts';
import type { CatalogueParserThread } from './open-catalogue-parser-thread.ts';

export interface CatalogueDeps extends Pick<IngestDeps, 'store' | 'providers' | 'openSource'> {
  readonly catalogue: Pick<CatalogueParserThread, 'read'>;
}

const emptyFile: MatchedCatalogueFile = { drafts: [], dependencies: [], owners: [], serviceIds: [], problems: [] };

/** Creates the job that replaces a repository's stored services and owners by those in its catalogue files. */
export function createReadCatalogueHandler(deps: CatalogueDeps): JobHandler<'read-catalogue'> {
  const { store } = deps;

  /** Parses a file. One that is invalid, or takes too long to parse, counts as empty. */
  function parseFile(task: CatalogueFileToParse): Promise<MatchedCatalogueFile> {
    return deps.catalogue.read(task).catch((thrown: unknown) => {
      const { code } = toAppError(thrown);
      if (code === 'invalid_input' || code === 'too_large') return emptyFile;
      throw thrown;
    });
  }

  return async ({ connectionId, repository }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null) return;
    const files = await runWithSource(
      deps,
      connection,
      null,
      async (source) => (await source.listCatalogueFiles?.(repository, signal)) ?? [],
    );
    if (files.length === 0) return;
    const known = await listKnownCatalogue(deps);
    const ids = new Set(known.services.map(({ id }) => id));
    for (const { path, text } of files) {
      const { drafts, dependencies, owners, serviceIds } = await parseFile({ path, text, repository, known });
      // Entries of services outside the scope are kept, because a person may have imported them from a catalogue file.
      const isWhole = serviceIds.every((id) => ids.has(id));
      await store.catalogue.replaceFile({ drafts, dependencies, owners }, `${repository}:${path}`, isWhole);
    }
  };
}

async function listKnownCatalogue({
  store,
  providers,
}: Pick<IngestDeps, 'store' | 'providers'>): Promise<KnownServicesAndRepositories> {
  const [names, members, repositories] = await Promise.all([
    store.catalogue.listServices(),
    store.connections.listPresentScopeMembers(providers.listSelecting('services')),
    store.connections.listPresentScopeMembers(providers.listSelecting('repositories')),
  ]);
  return {
    services: [...names.map((name) => ({ name, id: null })), ...members],
    repositories: repositories.map(({ name }) => name),
  };
}
