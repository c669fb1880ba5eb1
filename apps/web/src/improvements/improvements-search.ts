import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const ImprovementsSearch = z.object({
  /** Only those of this repository, as `owner/name`. */
  repository: leniently(z.coerce.string()),
});
export type ImprovementsSearch = z.infer<typeof ImprovementsSearch>;
