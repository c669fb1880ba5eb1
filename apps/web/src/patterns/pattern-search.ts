import * as z from 'zod/mini';
import {
  causeLabels,
  directionLabels,
  judgementLabels,
  kindLabels,
  patternSortLabels,
  recurrenceLabels,
  stateLabels,
  triggerLabels,
} from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { lenient } from '../list/lenient.ts';

export const PatternSearch = z.object({
  query: lenient(z.coerce.string()),
  recurrence: lenient(z.enum(namesOf(recurrenceLabels))),
  direction: lenient(z.enum(namesOf(directionLabels))),
  judgement: lenient(z.enum(namesOf(judgementLabels))),
  kind: lenient(z.enum(namesOf(kindLabels))),
  cause: lenient(z.enum(namesOf(causeLabels))),
  trigger: lenient(z.enum(namesOf(triggerLabels))),
  service: lenient(z.coerce.string()),
  repository: lenient(z.coerce.string()),
  improvement: lenient(z.enum([...namesOf(stateLabels), 'none'])),
  sort: lenient(z.enum(namesOf(patternSortLabels))),
});
export type PatternSearch = z.infer<typeof PatternSearch>;
