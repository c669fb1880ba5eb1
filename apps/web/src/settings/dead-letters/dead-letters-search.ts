import * as z from 'zod/mini';
import { deadLetterKindLabels } from '../../labels/dead-letter-labels.ts';
import { namesOf } from '../../labels/domain-labels.ts';
import { leniently } from '../../list/leniently.ts';

/** Which dead letters are shown, as the address has it. */
export const DeadLettersSearch = z.object({
  kind: leniently(z.enum(namesOf(deadLetterKindLabels))),
  queue: leniently(z.coerce.string()),
});
export type DeadLettersSearch = z.infer<typeof DeadLettersSearch>;
