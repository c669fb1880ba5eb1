import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

export const ImprovementSearch = z.object({
  /** Whether the form to edit and approve is open. */
  edit: lenient(z.boolean()),
});
