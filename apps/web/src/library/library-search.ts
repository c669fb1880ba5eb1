import * as z from 'zod/mini';
import { causeLabels, namesOf } from '../labels/domain-labels.ts';
import { leniently } from '../list/leniently.ts';

/** What is shown, as the address has it. */
export const LibrarySearch = z.object({
  query: leniently(z.coerce.string()),
  cause: leniently(z.enum(namesOf(causeLabels))),
  service: leniently(z.coerce.string()),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;
