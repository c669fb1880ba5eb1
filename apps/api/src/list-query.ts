import { AppError } from '@refrain/domain';
import { z } from 'zod';

/** What every list takes: `limit` in 1..200 (50 unless given), and the `next` of the page before as `after`. */
export const ListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(1_000).optional(),
});

/** Words that must all stand in what is listed. */
export const Words = z.string().max(500);

/** Yes or no in an address. */
export const QueryFlag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .meta({ override: { type: 'boolean', enum: undefined } });

/** One page of a list that is short enough to be read whole. */
export function pageOfAll<T>(all: readonly T[], { limit, after }: z.output<typeof ListQuery>) {
  const start = after === undefined ? 0 : readPlace(after);
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? `${end}` : null, total: all.length };
}

function readPlace(after: string): number {
  if (/^\d{1,9}$/u.test(after)) return Number(after);
  throw new AppError('invalid_input', 'Cannot read the cursor `after`; pass `next` of the page before');
}

/** Drops the keys that are undefined, for interfaces whose keys are absent rather than undefined. */
export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
