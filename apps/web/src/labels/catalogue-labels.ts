import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

export const entryStatusLabels: Labels<Schemas['CatalogueEntry']['status']> = {
  suggested: 'to be decided',
  confirmed: 'confirmed',
  rejected: 'rejected',
};

export const entryOriginLabels: Labels<Schemas['CatalogueOrigin']> = {
  suggestion: 'by names, texts and times',
  catalog_info: 'by a catalog-info.yaml',
  codeowners: 'by a CODEOWNERS file',
  person: 'by a person',
};
