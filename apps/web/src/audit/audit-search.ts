import * as z from 'zod/mini';
import { labelsOfCheckStates, labelsOfWriteActions, labelsOfWriteStates } from '../labels/audit-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { Day } from '../list/day.ts';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const AuditSearch = z.object({
  show: ignoreInvalid(z.enum(['planned', 'checks', 'decisions'])),
  state: ignoreInvalid(z.enum(listLabelKeys(labelsOfWriteStates))),
  action: ignoreInvalid(z.enum(listLabelKeys(labelsOfWriteActions))),
  target: ignoreInvalid(z.coerce.string()),
  check: ignoreInvalid(z.enum(listLabelKeys(labelsOfCheckStates))),
  repository: ignoreInvalid(z.coerce.string()),
  /** The parameters `user`, `what` (an operation), `from` and `until` filter the decisions. */
  user: ignoreInvalid(z.coerce.string()),
  what: ignoreInvalid(z.coerce.string()),
  from: ignoreInvalid(Day),
  until: ignoreInvalid(Day),
  write: ignoreInvalid(z.coerce.string()),
});
export type AuditSearch = z.infer<typeof AuditSearch>;
