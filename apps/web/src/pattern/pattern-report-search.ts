import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

export const PatternReportSearch = z.object({
  /** Id of an earlier report; undefined shows the newest. */
  report: lenient(z.coerce.string()),
});
