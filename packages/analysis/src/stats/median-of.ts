import { median } from 'simple-statistics';

export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median([...values]);
}
