import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const ImprovementsSearch = z.object({
  /** Filters by repository: `owner/name`. */
  repository: leniently(z.coerce.string()),
});
export type ImprovementsSearch = z.infer<typeof ImprovementsSearch>;
