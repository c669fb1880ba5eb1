import { z } from 'zod';

/** Lists count no further: where `total` says this, there may be more. */
export const maxCounted = 10_000;

/** One page of a list. `next` is for `after`, null on the last page; `total` counts all pages, up to 10,000. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });
}
