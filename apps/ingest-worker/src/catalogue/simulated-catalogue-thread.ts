import { matchCatalogueFile } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import type { CatalogueThread } from './open-catalogue-thread.ts';

/** Parses catalogue files like the catalogue thread, but in the thread of the test. */
export const simulatedCatalogueThread: Pick<CatalogueThread, 'read'> = {
  read: async ({ path, text, repository, known }) =>
    matchCatalogueFile(readCatalogueFile(path, text, repository), known),
};
