import { z } from 'zod';

/** The maximum of `total`: a list with this total may have more items. */
export const maxCounted = 10_000;

/**
 * Returns the schema of one page of a list. `next` is the value of `after` for the next page, null on the last one.
 * `total` counts the items of all pages, up to 10,000.
 */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });
}
