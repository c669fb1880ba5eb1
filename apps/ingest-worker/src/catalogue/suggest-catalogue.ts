import { suggestCatalogue } from '@refrain/analysis';
import type { JobHandler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** Creates the job that suggests the repository of each service. Keeps entries from people and files. */
export function createSuggestCatalogueHandler({ store }: Pick<IngestDeps, 'store'>): JobHandler<'suggest-catalogue'> {
  return async () => {
    const [history, decided] = await Promise.all([store.catalogue.readHistory(), store.catalogue.listDecided()]);
    await store.catalogue.ensureMany(suggestCatalogue({ ...history, files: [], decided }), 'suggestion');
  };
}
