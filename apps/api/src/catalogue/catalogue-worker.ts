import { type KnownCatalogue, type MatchedFile, matchCatalogueFile } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import { threadFunction } from '@refrain/process';

export interface CatalogueTask {
  /** The path of the file in its repository, or only the file name. */
  readonly path: string;
  readonly text: string;
  /** The repository of the file as `owner/name`; null if unknown. */
  readonly repository: string | null;
  readonly known: KnownCatalogue;
}

export const parseCatalogueFile = threadFunction(
  ({ path, text, repository, known }: CatalogueTask): MatchedFile =>
    matchCatalogueFile(readCatalogueFile(path, text, repository), known),
);
