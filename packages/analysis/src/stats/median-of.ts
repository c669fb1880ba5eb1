import { median } from 'simple-statistics';

/** Returns the median; null without values. */
export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median([...values]);
}
