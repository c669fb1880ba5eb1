import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const ImprovementSearch = z.object({
  /** Whether it is being approved, with what can be changed before. */
  edit: leniently(z.boolean()),
});
