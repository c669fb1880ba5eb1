import * as z from 'zod/mini';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

/** Search parameters of the page. They never contain a pasted text, because it may contain secrets. */
export const SeenBeforeSearch = z.object({
  url: ignoreInvalid(z.string()),
  failure: ignoreInvalid(z.coerce.string()),
  service: ignoreInvalid(z.coerce.string()),
  environment: ignoreInvalid(z.coerce.string()),
});
export type SeenBeforeSearch = z.infer<typeof SeenBeforeSearch>;
