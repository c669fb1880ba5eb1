import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const PatternReportSearch = z.object({
  /** The id of an earlier report; undefined shows the newest. */
  report: leniently(z.coerce.string()),
});
