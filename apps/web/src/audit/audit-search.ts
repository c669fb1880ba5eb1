import * as z from 'zod/mini';
import { checkStateLabels, writeActionLabels, writeStateLabels } from '../labels/audit-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { Day } from '../list/day.ts';
import { lenient } from '../list/lenient.ts';

export const AuditSearch = z.object({
  /** The open tab; undefined shows the writes. */
  show: lenient(z.enum(['planned', 'checks', 'decisions'])),
  state: lenient(z.enum(namesOf(writeStateLabels))),
  action: lenient(z.enum(namesOf(writeActionLabels))),
  place: lenient(z.coerce.string()),
  /** State of a pull request check. */
  check: lenient(z.enum(namesOf(checkStateLabels))),
  repository: lenient(z.coerce.string()),
  /** The next four parameters filter decisions; `what` is an operation. */
  user: lenient(z.coerce.string()),
  what: lenient(z.coerce.string()),
  from: lenient(Day),
  until: lenient(Day),
  /** Id of the write that the drawer shows. */
  write: lenient(z.coerce.string()),
});
export type AuditSearch = z.infer<typeof AuditSearch>;
