import * as z from 'zod/mini';
import { causeLabels, namesOf } from '../labels/domain-labels.ts';
import { leniently } from '../list/leniently.ts';

export const OverviewSearch = z.object({
  /** The visitor came by a sign-in link that was used or is too old, or while links are switched off. */
  link: leniently(z.enum(['used', 'off'])),
  /** The cell of the failure map that is open. */
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  cause: leniently(z.enum(namesOf(causeLabels))),
});
export type OverviewSearch = z.infer<typeof OverviewSearch>;
