import { type KnownCatalogue, type MatchedCatalogueFile, matchCatalogueFile } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import { createThreadFunction } from '@refrain/process';

export interface CatalogueTask {
  /** The path of the file in its repository, or only the file name. */
  readonly path: string;
  readonly text: string;
  /** The repository of the file as `owner/name`; null if unknown. */
  readonly repository: string | null;
  readonly known: KnownCatalogue;
}

export const parseCatalogueFile = createThreadFunction(
  ({ path, text, repository, known }: CatalogueTask): MatchedCatalogueFile =>
    matchCatalogueFile(readCatalogueFile(path, text, repository), known),
);
