import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/** One page of a list. `next` is an opaque cursor for `after`, null on the last page; `total` counts all pages. */
export interface ListPage<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total: number;
}

/** How many words of a query count: the rest would only cost. */
const wordsAtMost = 8;

/** The page that `rows` make, which were read with one row more than `limit` to see whether there is a next one. */
export function toListPage<T>(
  rows: readonly T[],
  limit: number,
  total: number,
  cursorOf: (last: T) => string,
): ListPage<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null, total };
}

/** True where each word of `query` stands somewhere in the text, whatever the case of letters. */
export function holdsWords(text: Expression<unknown>, query: string): RawBuilder<SqlBool> {
  const words = query
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, wordsAtMost);
  const conditions = words.map((word) => sql`${text} ilike ${`%${word.replace(/[\\%_]/gu, '\\$&')}%`}`);
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

export const countOfAll = sql<number>`count(*)::integer`.as('total');
