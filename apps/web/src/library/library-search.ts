import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';
import { causeWords, namesOf } from '../words/design-words.ts';

/** What is shown, as the address has it. */
export const LibrarySearch = z.object({
  query: leniently(z.coerce.string()),
  cause: leniently(z.enum(namesOf(causeWords))),
  service: leniently(z.coerce.string()),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;
