import * as z from 'zod/mini';
import { leniently } from '../../list/leniently.ts';
import { letterKindWords } from '../../words/dead-letter-words.ts';
import { namesOf } from '../../words/design-words.ts';

/** Which dead letters are shown, as the address has it. */
export const DeadLettersSearch = z.object({
  kind: leniently(z.enum(namesOf(letterKindWords))),
  queue: leniently(z.coerce.string()),
});
export type DeadLettersSearch = z.infer<typeof DeadLettersSearch>;
