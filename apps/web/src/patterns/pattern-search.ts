import * as z from 'zod/mini';
import {
  causeLabels,
  directionLabels,
  judgementLabels,
  kindLabels,
  patternSortWords,
  recurrenceLabels,
  stateLabels,
  triggerLabels,
} from '../labels/domain-labels.ts';
import { namesOf } from '../labels/labels.ts';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the list of patterns. */
export const PatternSearch = z.object({
  query: leniently(z.coerce.string()),
  recurrence: leniently(z.enum(namesOf(recurrenceLabels))),
  direction: leniently(z.enum(namesOf(directionLabels))),
  judgement: leniently(z.enum(namesOf(judgementLabels))),
  kind: leniently(z.enum(namesOf(kindLabels))),
  cause: leniently(z.enum(namesOf(causeLabels))),
  trigger: leniently(z.enum(namesOf(triggerLabels))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  improvement: leniently(z.enum([...namesOf(stateLabels), 'none'])),
  sort: leniently(z.enum(namesOf(patternSortWords))),
});
export type PatternSearch = z.infer<typeof PatternSearch>;
