import { matchCatalogueFile } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import type { CatalogueParserThread } from './open-catalogue-parser-thread.ts';

/** Parses catalogue files like the catalogue thread, but in the thread of the test. */
export const simulatedCatalogueParserThread: Pick<CatalogueParserThread, 'read'> = {
  read: async ({ path, text, repository, known }) =>
    matchCatalogueFile(readCatalogueFile(path, text, repository), known),
};
