import { median } from 'simple-statistics';

/** Null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median([...values]);
}
