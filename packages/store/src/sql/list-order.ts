import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { decodeCursor, encodeCursor, isInstant } from './cursor.ts';

export interface OrderColumn {
  readonly key: string;
  /** The sort column in the query, such as `pattern.last_at`. */
  readonly reference: string;
  readonly type: 'integer' | 'bigint' | 'float8' | 'timestamptz' | 'text';
  /** The value by which a null is sorted. Required for columns that can be null. */
  readonly nullValue?: number;
}

/** The sort order of a list. The values of the last column must be unique. */
export interface ListOrder {
  readonly columns: readonly OrderColumn[];
  readonly direction: 'asc' | 'desc';
}

export const newestFirstOrder: ListOrder = {
  columns: [
    { key: 'at', reference: 'at', type: 'timestamptz' },
    { key: 'id', reference: 'id', type: 'text' },
  ],
  direction: 'desc',
};

type Values = readonly (string | number)[];

export function createOrderBy({ columns, direction }: ListOrder): RawBuilder<unknown> {
  const how = sql.raw(direction);
  return sql.join(columns.map((column) => sql`${toSortedValue(column)} ${how}`));
}

/**
 * SQL for whether a row comes after the cursor's position.
 * @throws {AppError} `invalid_input` if the cursor belongs to another sort order
 */
export function isAfterCursor(cursor: string, order: ListOrder): RawBuilder<SqlBool> {
  return isAfterValues(readCursorValues(cursor, order), order);
}

/**
 * Returns the sort values of the row before the cursor's position.
 * @throws {AppError} `invalid_input` if the cursor belongs to another sort order
 */
export function readCursorValues(cursor: string, order: ListOrder): Values {
  return decodeCursor(cursor, nameOf(order), (decoded): decoded is Values => fits(decoded, order.columns));
}

/** SQL for whether a row comes after the row with these sort values. */
export function isAfterValues(values: Values, { columns, direction }: ListOrder): RawBuilder<SqlBool> {
  const bounds = columns.map(({ type }, at) => sql`${values[at]}::${sql.raw(type)}`);
  return sql`(${sql.join(columns.map(toSortedValue))}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${sql.join(bounds)})`;
}

/** Returns the cursor for the position after this row. */
export function createCursorAfterRow(row: object, order: ListOrder): string {
  const values = order.columns.map(
    ({ key, nullValue }) => (row as Readonly<Record<string, string | number | null>>)[key] ?? nullValue ?? '',
  );
  return encodeCursor(nameOf(order), values);
}

function toSortedValue({ reference, nullValue }: OrderColumn): RawBuilder<unknown> {
  return nullValue === undefined ? sql.ref(reference) : sql`coalesce(${sql.ref(reference)}, ${sql.lit(nullValue)})`;
}

function nameOf({ columns, direction }: ListOrder): string {
  return `${columns.map(({ reference }) => reference).join('+')} ${direction}`;
}

function fits(values: readonly unknown[], columns: readonly OrderColumn[]): boolean {
  return values.length === columns.length && columns.every(({ type }, at) => isOf(type, values[at]));
}

function isOf(type: OrderColumn['type'], value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'bigint') return typeof value === 'string' && /^\d{1,18}$/u.test(value);
  if (type === 'float8') return Number.isFinite(value);
  return type === 'text' ? typeof value === 'string' : isInstant(value);
}
