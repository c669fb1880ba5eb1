import * as z from 'zod/mini';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const ImprovementSearch = z.object({
  edit: ignoreInvalid(z.boolean()),
});
