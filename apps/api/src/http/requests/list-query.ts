import { AppError, Instant } from '@refrain/domain';
import { maxSearchWords } from '@refrain/store';
import { z } from 'zod';

export const ListQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'The maximum number of items per page.' }),
  after: z
    .string()
    .max(1_000)
    .optional()
    .meta({ description: '`next` of the previous page, with otherwise identical parameters.' }),
});

export const PeriodQuery = z.object({
  days: z.coerce.number().int().min(1).max(3_660).optional().meta({
    description: 'The length in days of a period that ends with the newest measurement. Ignored if `since` is present.',
  }),
  since: Instant.optional().meta({ description: 'The start of the period, rounded down to the hour.' }),
  until: Instant.optional().meta({
    description: 'The end of the period, rounded up to the hour. By default the newest measurement.',
  }),
});

export const SearchWords = z
  .string()
  .max(500)
  .meta({
    description: `Words or parts of words that must all occur, at most ${maxSearchWords} different ones. The letter case does not matter.`,
  });
export const BeganSince = Instant.meta({ description: 'Only items that began at this time or later.' });
export const BeganBefore = Instant.meta({ description: 'Only items that began before this time.' });
const nameParameter = (description: string) => z.string().min(1).max(300).meta({ description });
export const ServiceName = nameParameter('Only items of the service with this name, as the provider spells it.');
export const RepositoryName = nameParameter('Only items of this repository, as `owner/name`.');
export const EnvironmentName = nameParameter('Only items in this environment.');
export const SortDirection = z.enum(['asc', 'desc']);

/** @param what the noun that completes the description “The id of …” */
export function createIdParameter(what: string) {
  return z
    .string()
    .min(1)
    .max(200)
    .meta({ description: `The id of ${what}.` });
}

export function createBooleanParameter(description: string) {
  return z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .meta({ description, override: { type: 'boolean', enum: undefined } });
}

/** Returns one page of a list that is held in memory. */
export function paginateInMemory<T>(all: readonly T[], { limit, after }: z.output<typeof ListQuery>) {
  const start = after === undefined ? 0 : readPosition(after);
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? `${end}` : null, total: all.length };
}

function readPosition(after: string): number {
  if (/^\d{1,9}$/u.test(after)) return Number(after);
  throw new AppError('invalid_input', 'Cannot read the cursor `after`. Pass `next` of the previous page.');
}

/** Removes keys with the value undefined, because the types of optional keys do not include undefined. */
export function omitUndefinedFields<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
