import * as z from 'zod/mini';
import { deadLetterKindLabels } from '../../labels/dead-letter-labels.ts';
import { namesOf } from '../../labels/labels.ts';
import { leniently } from '../../list/leniently.ts';

/** The search parameters of the list of dead letters. */
export const DeadLettersSearch = z.object({
  kind: leniently(z.enum(namesOf(deadLetterKindLabels))),
  queue: leniently(z.coerce.string()),
});
export type DeadLettersSearch = z.infer<typeof DeadLettersSearch>;
