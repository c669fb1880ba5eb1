import { batchesOf } from './batches.ts';

/** What one statement takes: measured, more rows gain nothing, and a parameter may not pass 1 GB. */
export const statementLimits = { count: 500, size: 8_000_000 };

/** An escape of NUL or of half a surrogate pair; a backslash pair before it makes it only look like one. */
const refusedEscape = /\\u(?:0000|d[89a-f])/u;

/** JSON that PostgreSQL accepts: NUL is dropped, and half a surrogate pair becomes U+FFFD. */
export function toJsonText(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  return refusedEscape.test(json) ? JSON.stringify(toStorable(JSON.parse(json))) : json;
}

/** @param value JSON, which nothing but its texts can make unfit */
function toStorable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(toStorable);
  if (typeof value !== 'object' || value === null) return value;
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
