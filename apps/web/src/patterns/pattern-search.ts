import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';
import { causeWords, kindWords, namesOf, triggerWords } from '../words/design-words.ts';

const orders = ['episodes', 'lastAt', 'firstAt', 'name'] as const;

/** The view is in the address, so that it can be shared and the back button works. */
export const PatternSearch = z.object({
  query: leniently(z.coerce.string()),
  kind: leniently(z.enum(namesOf(kindWords))),
  cause: leniently(z.enum(namesOf(causeWords))),
  trigger: leniently(z.enum(namesOf(triggerWords))),
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  sort: leniently(z.enum(orders)),
});
export type PatternSearch = z.infer<typeof PatternSearch>;
