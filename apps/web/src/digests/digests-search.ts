import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

export const DigestsSearch = z.object({
  period: lenient(z.enum(['week', 'month'])),
  scope: lenient(z.enum(['organisation', 'service', 'team'])),
  name: lenient(z.coerce.string()),
});
export type DigestsSearch = z.infer<typeof DigestsSearch>;
