import { AppError } from '@refrain/domain';

type CursorValue = string | number;

/** Encodes a list position, which consists of the name of the sort order and the sort values of the last row. */
export function encodeCursor(order: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url');
}

/** @throws {AppError} `invalid_input` for a cursor that is invalid or belongs to another sort order */
export function decodeCursor<T extends readonly CursorValue[]>(
  cursor: string,
  order: string,
  isValues: (values: readonly unknown[]) => values is T,
): T {
  const [foundOrder, ...values] = parse(cursor);
  if (foundOrder === order && isValues(values)) return values;
  throw new AppError(
    'invalid_input',
    'Cannot read the cursor `after`. Pass `next` of the previous page, with the same filter and order',
  );
}

export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-/u.test(value) && !Number.isNaN(Date.parse(value));
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
