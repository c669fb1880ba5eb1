import * as z from 'zod/mini';
import { checkStateLabels, writeActionLabels, writeStateLabels } from '../labels/audit-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { Day } from '../list/day.ts';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the audit page. */
export const AuditSearch = z.object({
  /** The tab; undefined shows the writes. */
  show: leniently(z.enum(['planned', 'checks', 'decisions'])),
  state: leniently(z.enum(namesOf(writeStateLabels))),
  action: leniently(z.enum(namesOf(writeActionLabels))),
  place: leniently(z.coerce.string()),
  /** The state of a pull request check. */
  check: leniently(z.enum(namesOf(checkStateLabels))),
  repository: leniently(z.coerce.string()),
  /** These four filter decisions; `what` is an operation. */
  user: leniently(z.coerce.string()),
  what: leniently(z.coerce.string()),
  from: leniently(Day),
  until: leniently(Day),
  /** The id of the write that the drawer shows. */
  write: leniently(z.coerce.string()),
});
export type AuditSearch = z.infer<typeof AuditSearch>;
