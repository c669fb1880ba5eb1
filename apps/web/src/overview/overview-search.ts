import * as z from 'zod/mini';
import { causeLabels } from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { leniently } from '../list/leniently.ts';

export const OverviewSearch = z.object({
  /** Why the visitor's sign-in link failed: it was used or has expired, or links are switched off. */
  link: leniently(z.enum(['used', 'off'])),
  /** These three name the open cell of the failure map. */
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  cause: leniently(z.enum(namesOf(causeLabels))),
});
export type OverviewSearch = z.infer<typeof OverviewSearch>;
