import * as z from 'zod/mini';
import { failureKindLabels } from '../labels/domain-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { Day } from '../list/day.ts';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const FailuresSearch = z.object({
  query: ignoreInvalid(z.coerce.string()),
  kind: ignoreInvalid(z.enum(listLabelKeys(failureKindLabels))),
  service: ignoreInvalid(z.coerce.string()),
  repository: ignoreInvalid(z.coerce.string()),
  environment: ignoreInvalid(z.coerce.string()),
  connectionId: ignoreInvalid(z.coerce.string()),
  /** Whether a failure is in a pattern, in no pattern, or was assigned on arrival by similarity alone. */
  grouped: ignoreInvalid(z.enum(['in', 'none', 'new_failure'])),
  patternId: ignoreInvalid(z.coerce.string()),
  /** Days in the viewer's time zone, both inclusive. */
  since: ignoreInvalid(Day),
  until: ignoreInvalid(Day),
  order: ignoreInvalid(z.enum(['desc', 'asc'])),
});
export type FailuresSearch = z.infer<typeof FailuresSearch>;
