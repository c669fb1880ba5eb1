import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

export const PatternReportSearch = z.object({
  /** Id of an earlier report. If absent, the page shows the newest report. */
  report: lenient(z.coerce.string()),
});
