import * as z from 'zod/mini';
import { deadLetterKindLabels } from '../../labels/dead-letter-labels.ts';
import { namesOf } from '../../labels/labels.ts';
import { lenient } from '../../list/lenient.ts';

export const DeadLettersSearch = z.object({
  kind: lenient(z.enum(namesOf(deadLetterKindLabels))),
  queue: lenient(z.coerce.string()),
});
export type DeadLettersSearch = z.infer<typeof DeadLettersSearch>;
