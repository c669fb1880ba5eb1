/**
 * Levels of objects and lists that a JSON value may have. No provider's event has ten, and what monitoring tools add is far from
 * a hundred. From some 6,000 levels on, functions that walk a value run out of stack.
 */
export const deepestNesting = 1_000;

/**
 * Values that a JSON text may have. The largest delivery of GitHub, 25 MB, has some 600,000; 12 million single digits fit into as
 * many bytes, and take half a second to parse.
 */
export const mostValues = 2_000_000;

const comma = 0x2c;

/** Whether a JSON text has more values than are read: by its commas, those within texts included. */
export function hasTooManyValues(json: Buffer): boolean {
  let commas = 0;
  for (const byte of json) if (byte === comma) commas += 1;
  return commas > mostValues;
}

/** Whether a JSON value is nested deeper than `levels`. */
export function isNestedDeeper(value: unknown, levels = deepestNesting): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const field of Object.values(value)) if (isNestedDeeper(field, levels - 1)) return true;
  return false;
}
