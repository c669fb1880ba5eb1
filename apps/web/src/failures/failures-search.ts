import * as z from 'zod/mini';
import { kindLabels, namesOf } from '../labels/domain-labels.ts';
import { Day } from '../list/day.ts';
import { leniently } from '../list/leniently.ts';

/** What is shown, as the address has it. */
export const FailuresSearch = z.object({
  query: leniently(z.coerce.string()),
  kind: leniently(z.enum(namesOf(kindLabels))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  environment: leniently(z.coerce.string()),
  connectionId: leniently(z.coerce.string()),
  /** In a pattern, in none, or in one by likeness alone. */
  grouped: leniently(z.enum(['in', 'none', 'new_failure'])),
  patternId: leniently(z.coerce.string()),
  /** Days of the viewer, both within. */
  since: leniently(Day),
  until: leniently(Day),
  order: leniently(z.enum(['desc', 'asc'])),
});
export type FailuresSearch = z.infer<typeof FailuresSearch>;
