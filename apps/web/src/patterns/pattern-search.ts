import * as z from 'zod/mini';
import {
  causeLabels,
  failureKindLabels,
  improvementStateLabels,
  judgementLabels,
  patternSortLabels,
  recurrenceLabels,
  trendLabels,
  triggerLabels,
} from '../labels/domain-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const PatternSearch = z.object({
  query: ignoreInvalid(z.coerce.string()),
  recurrence: ignoreInvalid(z.enum(listLabelKeys(recurrenceLabels))),
  direction: ignoreInvalid(z.enum(listLabelKeys(trendLabels))),
  judgement: ignoreInvalid(z.enum(listLabelKeys(judgementLabels))),
  kind: ignoreInvalid(z.enum(listLabelKeys(failureKindLabels))),
  cause: ignoreInvalid(z.enum(listLabelKeys(causeLabels))),
  trigger: ignoreInvalid(z.enum(listLabelKeys(triggerLabels))),
  service: ignoreInvalid(z.coerce.string()),
  repository: ignoreInvalid(z.coerce.string()),
  improvement: ignoreInvalid(z.enum([...listLabelKeys(improvementStateLabels), 'none'])),
  sort: ignoreInvalid(z.enum(listLabelKeys(patternSortLabels))),
});
export type PatternSearch = z.infer<typeof PatternSearch>;
