import * as z from 'zod/mini';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const DigestsSearch = z.object({
  period: ignoreInvalid(z.enum(['week', 'month'])),
  scope: ignoreInvalid(z.enum(['organisation', 'service', 'team'])),
  name: ignoreInvalid(z.coerce.string()),
});
export type DigestsSearch = z.infer<typeof DigestsSearch>;
