import type { Schemas } from '../api/refrain.ts';

type Labels<Name extends string> = Readonly<Record<Name, string>>;

export const entryStatusLabels: Labels<Schemas['CatalogueEntry']['status']> = {
  suggested: 'to be decided',
  confirmed: 'confirmed',
  rejected: 'rejected',
};

/** Who says so. */
export const originLabels: Labels<Schemas['CatalogueOrigin']> = {
  suggestion: 'by names, texts and times',
  catalog_info: 'by a catalog-info.yaml',
  codeowners: 'by a CODEOWNERS file',
  person: 'by a person',
};
