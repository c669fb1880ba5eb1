import { z } from 'zod';

/** The limit of `total`. If a list has this total, there may be more items. */
export const maxCounted = 10_000;

/**
 * Returns the schema of one page of a list. `next` is the value for `after`, null on the last page. `total` counts all
 * pages, up to 10,000.
 */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });
}
