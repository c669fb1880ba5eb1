import * as z from 'zod/mini';
import { entryStatusLabels } from '../labels/catalogue-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { lenient } from '../list/lenient.ts';

export const CatalogueSearch = z.object({
  status: lenient(z.enum(namesOf(entryStatusLabels))),
  service: lenient(z.coerce.string()),
  repository: lenient(z.coerce.string()),
});
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;
