import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

/** Search parameters of the page. They never contain a pasted text, because it may contain secrets. */
export const SeenBeforeSearch = z.object({
  url: lenient(z.string()),
  failure: lenient(z.coerce.string()),
  service: lenient(z.coerce.string()),
  environment: lenient(z.coerce.string()),
});
export type SeenBeforeSearch = z.infer<typeof SeenBeforeSearch>;
