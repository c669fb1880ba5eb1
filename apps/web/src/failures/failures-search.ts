import * as z from 'zod/mini';
import { kindLabels } from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { Day } from '../list/day.ts';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the list of failures. */
export const FailuresSearch = z.object({
  query: leniently(z.coerce.string()),
  kind: leniently(z.enum(namesOf(kindLabels))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  environment: leniently(z.coerce.string()),
  connectionId: leniently(z.coerce.string()),
  /** In a pattern, in none, or assigned on arrival by similarity alone. */
  grouped: leniently(z.enum(['in', 'none', 'new_failure'])),
  patternId: leniently(z.coerce.string()),
  /** Days in the viewer's time zone, both inclusive. */
  since: leniently(Day),
  until: leniently(Day),
  order: leniently(z.enum(['desc', 'asc'])),
});
export type FailuresSearch = z.infer<typeof FailuresSearch>;
