import { AppError, maxListTotal } from '@refrain/domain';
import { type Expression, type Kysely, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import {
  createCursorAfterRow,
  createOrderBy,
  isAfterCursor,
  isAfterValues,
  type ListOrder,
  readCursorValues,
} from './list-order.ts';

/** One page of a list. `next` is the next page's cursor, or null; `total` counts all rows, up to `maxCounted`. */
export interface ListPage<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total: number;
}

/** The maximum number of different words in a query. Each word costs a search through every text. */
export const maxSearchWords = 8;

interface PageParts<T> {
  /** Up to `limit` + 1 rows. The additional row shows that there is a next page. */
  readonly rows: readonly T[];
  readonly limit: number;
  readonly after: string | undefined;
  cursorOf(last: T): string;
  /** Counts the rows of all pages. It is not called if the first page contains everything. */
  count(): Promise<number>;
}

export async function toListPage<T>({ rows, limit, after, cursorOf, count }: PageParts<T>): Promise<ListPage<T>> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit;
  const total = hasMore || after !== undefined ? await count() : items.length;
  return { items, next: hasMore && last !== undefined ? cursorOf(last) : null, total };
}

/**
 * Tests whether each word of `query` occurs in the text, ignoring case.
 * @param letters `lower` if the text is already in lower case
 * @throws {AppError} `invalid_input` for more than 8 different words
 */
export function containsWords(
  text: Expression<unknown>,
  query: string,
  letters: 'any' | 'lower' = 'any',
): RawBuilder<SqlBool> {
  const conditions = createWordConditions(text, query, letters);
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** Tests whether any word of `query` occurs in the text, ignoring case. */
export function containsAnyWord(text: Expression<unknown>, query: string): RawBuilder<SqlBool> {
  const conditions = createWordConditions(text, query, 'any');
  return conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

function createWordConditions(text: Expression<unknown>, query: string, letters: 'any' | 'lower') {
  return readWords(query).map((word) => {
    const pattern = createWordPattern(word);
    return letters === 'lower' ? sql`${text} like lower(${pattern})` : sql`${text} ilike ${pattern}`;
  });
}

/** Returns the pattern of `like` for a text that contains the word. */
export function createWordPattern(word: string): string {
  return `%${word.replace(/[\\%_]/gu, '\\$&')}%`;
}

/**
 * Returns the different words of a query.
 * @throws {AppError} `invalid_input` for more than 8 different words
 */
export function readWords(query: string): string[] {
  const words = query.split(/\s+/u).filter((word) => word !== '');
  const distinct = new Map(words.map((word) => [word.toLowerCase(), word]));
  if (distinct.size > maxSearchWords) {
    throw new AppError(
      'invalid_input',
      `The query has ${distinct.size} different words. Search for at most ${maxSearchWords}.`,
    );
  }
  return [...distinct.values()];
}

export const totalCountColumn = sql<number>`count(*)::integer`.as('total');

/** Counts the rows up to `maxCounted`, so that not every page reads a long list to its end. */
export async function countListedRows<Tables, Table extends keyof Tables>(
  db: Kysely<Tables>,
  rows: SelectQueryBuilder<Tables, Table, object>,
): Promise<number> {
  const listed = rows.select(sql<number>`1`.as('one')).limit(maxListTotal);
  const { rows: counts } = await sql<{ total: number }>`select ${totalCountColumn} from ${listed} as listed`.execute(
    db,
  );
  return counts[0]?.total ?? 0;
}

interface PageRequest {
  readonly order: ListOrder;
  readonly after: string | undefined;
  readonly limit: number;
  /** Counts the rows of all pages. It is not called if the first page contains everything. */
  count(): Promise<number>;
}

/**
 * Reads one page of a query.
 * @param rows a query without `order by` that selects the sort columns
 * @throws {AppError} `invalid_input` if the cursor belongs to another sort order
 */
export async function readListPage<Tables, Table extends keyof Tables, Row extends object>(
  rows: SelectQueryBuilder<Tables, Table, Row>,
  { order, after, limit, count }: PageRequest,
): Promise<ListPage<Row>> {
  const following = after === undefined ? rows : rows.where(isAfterCursor(after, order));
  const read = await following
    .orderBy(createOrderBy(order))
    .limit(limit + 1)
    .execute();
  return toListPage({
    rows: read as Row[],
    limit,
    after,
    cursorOf: (last) => createCursorAfterRow(last, order),
    count,
  });
}

/**
 * Reads one page of a list in ranks: all rows of the first query come first, then those of the next. A query runs only if the
 * earlier ones do not fill the page.
 * @param ranks queries without `order by` that select the sort columns, and have no row in common
 * @throws {AppError} `invalid_input` if the cursor belongs to another sort order
 */
export async function readRankedListPage<Tables, Table extends keyof Tables, Row extends object>(
  ranks: readonly SelectQueryBuilder<Tables, Table, Row>[],
  { order, after, limit, count }: PageRequest,
): Promise<ListPage<Row>> {
  const rankedOrder: ListOrder = {
    columns: [{ key: 'rank', reference: 'rank', type: 'integer' }, ...order.columns],
    direction: order.direction,
  };
  const [start = 0, ...values] = after === undefined ? [] : readCursorValues(after, rankedOrder);
  const read: { readonly rank: number; readonly row: Row }[] = [];
  for (const [rank, rows] of ranks.entries()) {
    if (rank < Number(start) || read.length > limit) continue;
    const isStart = after !== undefined && rank === start;
    const following = isStart ? rows.where(isAfterValues(values, order)) : rows;
    const found = await following
      .orderBy(createOrderBy(order))
      .limit(limit + 1 - read.length)
      .execute();
    read.push(...(found as Row[]).map((row) => ({ rank, row })));
  }
  const page = await toListPage({
    rows: read,
    limit,
    after,
    cursorOf: ({ rank, row }) => createCursorAfterRow({ ...row, rank }, rankedOrder),
    count,
  });
  return { ...page, items: page.items.map(({ row }) => row) };
}
