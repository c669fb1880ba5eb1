import * as z from 'zod/mini';
import { entryStatusLabels } from '../labels/catalogue-labels.ts';
import { namesOf } from '../labels/domain-labels.ts';
import { leniently } from '../list/leniently.ts';

/** What is shown, as the address has it. */
export const CatalogueSearch = z.object({
  status: leniently(z.enum(namesOf(entryStatusLabels))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
});
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;
