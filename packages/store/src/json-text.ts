import { batchesOf } from './batches.ts';

/** What one statement takes: measured, more rows gain nothing, and a parameter may not pass 1 GB. */
export const statementLimits = { count: 500, size: 8_000_000 };

/**
 * JSON that PostgreSQL accepts: NUL is dropped, and half a surrogate pair becomes U+FFFD.
 * In JSON text a backslash pair stands for one backslash, so it is passed over.
 */
export function toJsonText(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  if (!json.includes('\\u')) return json;
  return json.replace(/\\(?:\\|u0000|ud[89a-f][\da-f]{2})/gu, (sequence) => {
    if (sequence === '\\\\') return sequence;
    return sequence === '\\u0000' ? '' : '\ufffd';
  });
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
