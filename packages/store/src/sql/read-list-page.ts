import type { SelectQueryBuilder } from 'kysely';
import { createCursorAfterRow, createOrderBy, isAfterCursor, type ListOrder } from './list-order.ts';
import { type ListPage, toListPage } from './list-page.ts';

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
