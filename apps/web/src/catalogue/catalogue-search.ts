import * as z from 'zod/mini';
import { entryStatusLabels } from '../labels/catalogue-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the catalogue page. */
export const CatalogueSearch = z.object({
  status: leniently(z.enum(namesOf(entryStatusLabels))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
});
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;
