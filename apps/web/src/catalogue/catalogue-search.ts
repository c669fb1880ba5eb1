import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';
import { entryStatusWords } from '../words/catalogue-words.ts';
import { namesOf } from '../words/design-words.ts';

/** What is shown, as the address has it. */
export const CatalogueSearch = z.object({
  status: leniently(z.enum(namesOf(entryStatusWords))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
});
export type CatalogueSearch = z.infer<typeof CatalogueSearch>;
