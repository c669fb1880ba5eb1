import { z } from 'zod';

/** The maximum value of `total`. A list with this value of `total` may have more items. */
export const maxListTotal = 10_000;

/**
 * Returns the schema of one page of a list. `next` is the value of the parameter `after` for the next page, and null on
 * the last page. `total` counts the items of all pages, up to 10,000.
 */
export function createPageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });
}
