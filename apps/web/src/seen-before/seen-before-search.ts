import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

/** What is asked about, as the address has it. A text is never in it: it may hold secrets. */
export const SeenBeforeSearch = z.object({
  url: leniently(z.string()),
  failure: leniently(z.coerce.string()),
  service: leniently(z.coerce.string()),
  environment: leniently(z.coerce.string()),
});
export type SeenBeforeSearch = z.infer<typeof SeenBeforeSearch>;
