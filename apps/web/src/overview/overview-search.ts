import * as z from 'zod/mini';
import { causeLabels } from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { lenient } from '../list/lenient.ts';

export const OverviewSearch = z.object({
  /** Why the visitor's sign-in link failed: it was used or has expired, or links are disabled. */
  link: lenient(z.enum(['used', 'off'])),
  service: lenient(z.coerce.string()),
  repository: lenient(z.coerce.string()),
  cause: lenient(z.enum(namesOf(causeLabels))),
});
export type OverviewSearch = z.infer<typeof OverviewSearch>;
