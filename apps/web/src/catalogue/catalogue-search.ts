import * as z from 'zod/mini';
import { entryStatusLabels } from '../labels/catalogue-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const CatalogueSearch = z.object({
  status: ignoreInvalid(z.enum(listLabelKeys(entryStatusLabels))),
  service: ignoreInvalid(z.coerce.string()),
  repository: ignoreInvalid(z.coerce.string()),
});
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;
