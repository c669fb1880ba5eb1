import { type KnownServicesAndRepositories, type MatchedCatalogueFile, matchCatalogueFile } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import { createThreadFunction } from '@refrain/process';

export interface CatalogueParseTask {
  /** The path of the file in its repository, or only the file name. */
  readonly path: string;
  readonly text: string;
  /** The repository of the file as `owner/name`; null if unknown. */
  readonly repository: string | null;
  readonly known: KnownServicesAndRepositories;
}

export const parseCatalogueFile = createThreadFunction(
  ({ path, text, repository, known }: CatalogueParseTask): MatchedCatalogueFile =>
    matchCatalogueFile(readCatalogueFile(path, text, repository), known),
);
