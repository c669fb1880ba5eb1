import * as z from 'zod/mini';
import { checkStateLabels, writeActionLabels, writeStateLabels } from '../labels/audit-labels.ts';
import { namesOf } from '../labels/domain-labels.ts';
import { Day } from '../list/day.ts';
import { leniently } from '../list/leniently.ts';

/** What is shown, as the address has it. */
export const AuditSearch = z.object({
  /** What was written unless given. */
  show: leniently(z.enum(['planned', 'checks', 'decisions'])),
  state: leniently(z.enum(namesOf(writeStateLabels))),
  action: leniently(z.enum(namesOf(writeActionLabels))),
  place: leniently(z.coerce.string()),
  /** Of checks. */
  check: leniently(z.enum(namesOf(checkStateLabels))),
  repository: leniently(z.coerce.string()),
  /** Of decisions: a user, an operation, the first day and the last. */
  user: leniently(z.coerce.string()),
  what: leniently(z.coerce.string()),
  from: leniently(Day),
  until: leniently(Day),
  /** The write that is open. */
  write: leniently(z.coerce.string()),
});
export type AuditSearch = z.infer<typeof AuditSearch>;
