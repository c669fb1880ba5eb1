import * as z from 'zod/mini';
import { kindLabels } from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { Day } from '../list/day.ts';
import { lenient } from '../list/lenient.ts';

export const FailuresSearch = z.object({
  query: lenient(z.coerce.string()),
  kind: lenient(z.enum(namesOf(kindLabels))),
  service: lenient(z.coerce.string()),
  repository: lenient(z.coerce.string()),
  environment: lenient(z.coerce.string()),
  connectionId: lenient(z.coerce.string()),
  /** Whether a failure is in a pattern, in no pattern, or was assigned on arrival by similarity alone. */
  grouped: lenient(z.enum(['in', 'none', 'new_failure'])),
  patternId: lenient(z.coerce.string()),
  /** Days in the viewer's time zone, both inclusive. */
  since: lenient(Day),
  until: lenient(Day),
  order: lenient(z.enum(['desc', 'asc'])),
});
export type FailuresSearch = z.infer<typeof FailuresSearch>;
