import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the list of digests. */
export const DigestsSearch = z.object({
  period: leniently(z.enum(['week', 'month'])),
  scope: leniently(z.enum(['organisation', 'service', 'team'])),
  name: leniently(z.coerce.string()),
});
export type DigestsSearch = z.infer<typeof DigestsSearch>;
