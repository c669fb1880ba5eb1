import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

export const ImprovementSearch = z.object({
  edit: lenient(z.boolean()),
});
