import { matchCatalogueFacts } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import { AppError, type CatalogueFact } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';
import { withSource } from './with-source.ts';

/** Takes in what a repository's own files say of services. A file that cannot be read says nothing. */
export function createReadCatalogue(deps: IngestDeps): Handler<'read-catalogue'> {
  const { store } = deps;
  return async ({ connectionId, repository }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null) return;
    const files = await withSource(deps, connection, null, (source) => source.listCatalogueFiles(repository, signal));
    if (files.length === 0) return;
    const services = (await store.catalogue.listServices()).map((name) => ({ name, id: null }));
    for (const { path, text } of files) {
      const { drafts } = matchCatalogueFacts(readFacts(path, text, repository), services);
      await store.catalogue.ensureMany(drafts, `${repository}:${path}`);
    }
  };
}

function readFacts(path: string, text: string, repository: string): readonly CatalogueFact[] {
  try {
    return readCatalogueFile(path, text, repository).facts;
  } catch (thrown) {
    if (thrown instanceof AppError && (thrown.code === 'invalid_input' || thrown.code === 'too_large')) return [];
    throw thrown;
  }
}
