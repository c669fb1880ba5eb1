/**
 * Levels of objects and lists that a JSON value may have. No provider's event has ten, and what monitoring tools add is far from
 * a hundred. From some 6,000 levels on, functions that walk a value run out of stack.
 */
export const deepestNesting = 1_000;

/** Whether a JSON value is nested deeper than `levels`. */
export function isNestedDeeper(value: unknown, levels = deepestNesting): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const field of Object.values(value)) if (isNestedDeeper(field, levels - 1)) return true;
  return false;
}
