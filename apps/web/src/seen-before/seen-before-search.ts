import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the page. They never contain a pasted text, since it may contain secrets. */
export const SeenBeforeSearch = z.object({
  url: leniently(z.string()),
  failure: leniently(z.coerce.string()),
  service: leniently(z.coerce.string()),
  environment: leniently(z.coerce.string()),
});
export type SeenBeforeSearch = z.infer<typeof SeenBeforeSearch>;
