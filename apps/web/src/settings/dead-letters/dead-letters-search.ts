import * as z from 'zod/mini';
import { deadLetterKindLabels } from '../../labels/dead-letter-labels.ts';
import { listLabelKeys } from '../../labels/labels.ts';
import { ignoreInvalid } from '../../list/ignore-invalid.ts';

export const DeadLettersSearch = z.object({
  kind: ignoreInvalid(z.enum(listLabelKeys(deadLetterKindLabels))),
  queue: ignoreInvalid(z.coerce.string()),
});
export type DeadLettersSearch = z.infer<typeof DeadLettersSearch>;
