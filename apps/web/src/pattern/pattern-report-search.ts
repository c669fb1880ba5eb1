import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const PatternReportSearch = z.object({
  /** An earlier snapshot; the newest unless given. */
  report: leniently(z.coerce.string()),
});
