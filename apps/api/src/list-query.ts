import { z } from 'zod';

/** What every list takes: `limit` in 1..200 (50 unless given), and the `next` of the page before as `after`. */
export const ListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(1_000).optional(),
  query: z.string().max(500).optional(),
});

/** Drops the keys that are undefined, for interfaces whose keys are absent rather than undefined. */
export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
