import { matchCatalogueFile } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import type { CatalogueThread } from './open-catalogue.ts';

/** Reads catalogue files as the thread does, but in the thread of the test. */
export const catalogueUnderTest: Pick<CatalogueThread, 'read'> = {
  read: async ({ path, text, repository, known }) =>
    matchCatalogueFile(readCatalogueFile(path, text, repository), known),
};
