import * as z from 'zod/mini';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const PatternReportSearch = z.object({
  /** Id of an earlier report. If absent, the page shows the newest report. */
  report: ignoreInvalid(z.coerce.string()),
});
