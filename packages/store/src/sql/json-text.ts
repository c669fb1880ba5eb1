import { batchesOf } from './batches.ts';

/** What one statement takes: measured, more rows gain nothing, and a parameter may not pass 1 GB. */
export const statementLimits = { count: 500, size: 8_000_000 };

/**
 * JSON that PostgreSQL accepts: NUL is dropped, and half a surrogate pair becomes U+FFFD. Texts are cleaned before they become JSON,
 * which takes five times as long for half pairs.
 */
export function toJsonText(value: unknown): string {
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
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(toStorable);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), toStorable(item)]));
}

/** The values as JSON arrays of a size that one statement takes well, in their order. */
export async function* jsonBatches(values: Iterable<unknown>): AsyncGenerator<string> {
  for await (const rows of batchesOf(jsonTexts(values), (row) => row.length, statementLimits)) {
    yield `[${rows.join(',')}]`;
  }
}

function* jsonTexts(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield toJsonText(value);
}

/** JSON with the keys of every object sorted: equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return toJsonText(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/** Text that PostgreSQL gives back as it was: without NUL, and half a surrogate pair becomes U+FFFD. */
export function storableText(text: string): string {
  return Buffer.from(text.replaceAll('\0', '')).toString();
}
