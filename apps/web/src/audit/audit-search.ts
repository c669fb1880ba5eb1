import * as z from 'zod/mini';
import { checkStateLabels, writeActionLabels, writeStateLabels } from '../labels/audit-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { Day } from '../list/day.ts';
import { lenient } from '../list/lenient.ts';

export const AuditSearch = z.object({
  show: lenient(z.enum(['planned', 'checks', 'decisions'])),
  state: lenient(z.enum(namesOf(writeStateLabels))),
  action: lenient(z.enum(namesOf(writeActionLabels))),
  target: lenient(z.coerce.string()),
  check: lenient(z.enum(namesOf(checkStateLabels))),
  repository: lenient(z.coerce.string()),
  /** The parameters `user`, `what` (an operation), `from` and `until` filter the decisions. */
  user: lenient(z.coerce.string()),
  what: lenient(z.coerce.string()),
  from: lenient(Day),
  until: lenient(Day),
  write: lenient(z.coerce.string()),
});
export type AuditSearch = z.infer<typeof AuditSearch>;
