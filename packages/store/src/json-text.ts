/** What one statement takes: measured, more rows gain nothing, and a JSON parameter may not pass 1 GB. */
const rowsPerBatch = 500;
const charactersPerBatch = 8_000_000;

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
export async function* jsonBatches(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let rows: string[] = [];
  let characters = 0;
  for await (const value of values) {
    const row = toJsonText(value);
    if (rows.length === rowsPerBatch || (rows.length > 0 && characters + row.length > charactersPerBatch)) {
      yield `[${rows.join(',')}]`;
      rows = [];
      characters = 0;
    }
    rows.push(row);
    characters += row.length;
  }
  if (rows.length > 0) yield `[${rows.join(',')}]`;
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

/** Text that PostgreSQL accepts: without NUL. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '');
}
