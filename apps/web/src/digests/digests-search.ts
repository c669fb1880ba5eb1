import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

/** What is shown, as the address has it. */
export const DigestsSearch = z.object({
  period: leniently(z.enum(['week', 'month'])),
  scope: leniently(z.enum(['organisation', 'service', 'team'])),
  name: leniently(z.coerce.string()),
});
export type DigestsSearch = z.infer<typeof DigestsSearch>;
