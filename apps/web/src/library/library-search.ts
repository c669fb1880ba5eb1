import * as z from 'zod/mini';
import { causeLabels } from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the library. */
export const LibrarySearch = z.object({
  query: leniently(z.coerce.string()),
  cause: leniently(z.enum(namesOf(causeLabels))),
  service: leniently(z.coerce.string()),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;
