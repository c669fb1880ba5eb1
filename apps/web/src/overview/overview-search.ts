import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';
import { causeWords, namesOf } from '../words/design-words.ts';

export const OverviewSearch = z.object({
  /** The visitor came by a sign-in link that was used or is too old, or while links are switched off. */
  link: leniently(z.enum(['used', 'off'])),
  /** The cell of the failure map that is open. */
  service: leniently(z.coerce.string()),
  repository: leniently(z.coerce.string()),
  cause: leniently(z.enum(namesOf(causeWords))),
});
export type OverviewSearch = z.infer<typeof OverviewSearch>;
