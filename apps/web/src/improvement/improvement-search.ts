import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const ImprovementSearch = z.object({
  /** Whether the form to edit and approve is open. */
  edit: leniently(z.boolean()),
});
