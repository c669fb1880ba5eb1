import * as z from 'zod/mini';
import { causeLabels } from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { lenient } from '../list/lenient.ts';

export const LibrarySearch = z.object({
  query: lenient(z.coerce.string()),
  cause: lenient(z.enum(namesOf(causeLabels))),
  service: lenient(z.coerce.string()),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;
