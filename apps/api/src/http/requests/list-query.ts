import { AppError, Instant } from '@refrain/domain';
import { maxWords } from '@refrain/store';
import { z } from 'zod';

/** Parameters of every list. */
export const ListQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'Maximum number of items of a page.' }),
  after: z.string().max(1_000).optional().meta({ description: '`next` of the previous page of the same query.' }),
});

export const Words = z
  .string()
  .max(500)
  .meta({
    description: `At most ${maxWords} different words or parts of words, which must all occur. Case does not matter.`,
  });
export const Since = Instant.meta({ description: 'Only those that began at this instant or later.' });
export const Until = Instant.meta({ description: 'Only those that began before this instant.' });
export const ServiceName = z
  .string()
  .min(1)
  .max(300)
  .meta({ description: 'Only those of the service with this name, in its provider’s spelling.' });
export const RepositoryName = z
  .string()
  .min(1)
  .max(300)
  .meta({ description: 'Only those of this repository, as `owner/name`.' });
export const EnvironmentName = z.string().min(1).max(300).meta({ description: 'Only those in this environment.' });
export const Direction = z.enum(['asc', 'desc']);

/** Describes a parameter that is an id. */
export function idOf(what: string) {
  return z
    .string()
    .min(1)
    .max(200)
    .meta({ description: `Id of ${what}.` });
}

/** Parses a boolean parameter. */
export function flagOf(description: string) {
  return z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .meta({ description, override: { type: 'boolean', enum: undefined } });
}

/** Returns one page of a list that fits into memory. */
export function pageOfAll<T>(all: readonly T[], { limit, after }: z.output<typeof ListQuery>) {
  const start = after === undefined ? 0 : readPosition(after);
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? `${end}` : null, total: all.length };
}

function readPosition(after: string): number {
  if (/^\d{1,9}$/u.test(after)) return Number(after);
  throw new AppError('invalid_input', 'Cannot read the cursor `after`. Pass `next` of the previous page.');
}

/** Removes keys whose value is undefined, for types with optional keys. */
export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
