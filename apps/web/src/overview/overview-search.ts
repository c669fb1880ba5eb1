import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';
import { causeWords, namesOf } from '../words/design-words.ts';

export const OverviewSearch = z.object({
  /** The visitor was sent here by a sign-in link that does not work any more. */
  link: leniently(z.literal('used')),
  /** The cell of the failure map that is open. */
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  cause: leniently(z.enum(namesOf(causeWords))),
});
export type OverviewSearch = z.infer<typeof OverviewSearch>;
