import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';
import {
  causeWords,
  directionWords,
  judgementWords,
  kindWords,
  namesOf,
  patternSortWords,
  recurrenceWords,
  stateWords,
  triggerWords,
} from '../words/design-words.ts';

/** The view is in the address, so that it can be shared and the back button works. */
export const PatternSearch = z.object({
  query: leniently(z.coerce.string()),
  recurrence: leniently(z.enum(namesOf(recurrenceWords))),
  direction: leniently(z.enum(namesOf(directionWords))),
  judgement: leniently(z.enum(namesOf(judgementWords))),
  kind: leniently(z.enum(namesOf(kindWords))),
  cause: leniently(z.enum(namesOf(causeWords))),
  trigger: leniently(z.enum(namesOf(triggerWords))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  improvement: leniently(z.enum([...namesOf(stateWords), 'none'])),
  sort: leniently(z.enum(namesOf(patternSortWords))),
});
export type PatternSearch = z.infer<typeof PatternSearch>;
