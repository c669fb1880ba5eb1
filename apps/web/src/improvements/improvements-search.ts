import * as z from 'zod/mini';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const ImprovementsSearch = z.object({
  repository: ignoreInvalid(z.coerce.string()),
});
export type ImprovementsSearch = z.infer<typeof ImprovementsSearch>;
