import * as z from 'zod/mini';
import { causeLabels } from '../labels/domain-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const OverviewSearch = z.object({
  /** Why the visitor's sign-in link failed: it was used or has expired, or links are disabled. */
  link: ignoreInvalid(z.enum(['used', 'off'])),
  service: ignoreInvalid(z.coerce.string()),
  repository: ignoreInvalid(z.coerce.string()),
  cause: ignoreInvalid(z.enum(listLabelKeys(causeLabels))),
});
export type OverviewSearch = z.infer<typeof OverviewSearch>;
