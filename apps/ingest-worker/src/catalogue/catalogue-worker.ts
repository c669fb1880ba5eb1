import { type KnownServicesAndRepositories, type MatchedCatalogueFile, matchCatalogueFile } from '@refrain/analysis';
import { readCatalogueFile } from '@refrain/connectors';
import { createThreadFunction } from '@refrain/process';

export interface CatalogueFileToParse {
  readonly path: string;
  readonly text: string;
  readonly repository: string | null;
  readonly known: KnownServicesAndRepositories;
}

export const parseCatalogueFile = createThreadFunction(
  ({ path, text, repository, known }: CatalogueFileToParse): MatchedCatalogueFile =>
    matchCatalogueFile(readCatalogueFile(path, text, repository), known),
);
