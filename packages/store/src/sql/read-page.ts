import type { SelectQueryBuilder } from 'kysely';
import { cursorAfter, inOrder, isAfter, type ListOrder } from './list-order.ts';
import { type ListPage, toListPage } from './list-page.ts';

interface PageRequest {
  readonly order: ListOrder;
  /** `next` of the page before; undefined on the first page. */
  readonly after: string | undefined;
  /** Page size, at least 1. */
  readonly limit: number;
  /** Of all pages; not asked for where the first one holds everything. */
  count(): Promise<number>;
}

/**
 * One page of what a query lists.
 * @param rows in no order yet, with the columns that they are to be ordered by
 * @throws {AppError} `invalid_input` for a cursor that is not of this order
 */
export async function readPage<Tables, Table extends keyof Tables, Row extends object>(
  rows: SelectQueryBuilder<Tables, Table, Row>,
  { order, after, limit, count }: PageRequest,
): Promise<ListPage<Row>> {
  const following = after === undefined ? rows : rows.where(isAfter(after, order));
  const read = await following
    .orderBy(inOrder(order))
    .limit(limit + 1)
    .execute();
  return toListPage({ rows: read as Row[], limit, after, cursorOf: (last) => cursorAfter(last, order), count });
}
