import * as z from 'zod/mini';
import { Day } from '../list/day.ts';
import { leniently } from '../list/leniently.ts';
import { checkStateWords, writeActionWords, writeStateWords } from '../words/audit-words.ts';
import { namesOf } from '../words/design-words.ts';

/** What is shown, as the address has it. */
export const AuditSearch = z.object({
  /** What was written unless given. */
  show: leniently(z.enum(['planned', 'checks', 'decisions'])),
  state: leniently(z.enum(namesOf(writeStateWords))),
  action: leniently(z.enum(namesOf(writeActionWords))),
  place: leniently(z.coerce.string()),
  /** Of checks. */
  check: leniently(z.enum(namesOf(checkStateWords))),
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
