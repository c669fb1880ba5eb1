import * as z from 'zod/mini';
import { causeLabels } from '../labels/domain-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const LibrarySearch = z.object({
  query: ignoreInvalid(z.coerce.string()),
  cause: ignoreInvalid(z.enum(listLabelKeys(causeLabels))),
  service: ignoreInvalid(z.coerce.string()),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;
