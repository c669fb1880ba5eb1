import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

export const ImprovementsSearch = z.object({
  repository: lenient(z.coerce.string()),
});
export type ImprovementsSearch = z.infer<typeof ImprovementsSearch>;
