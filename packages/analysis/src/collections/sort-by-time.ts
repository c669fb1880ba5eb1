import type { Change, Failure } from '@refrain/domain';
import { compareStrings } from './compare-strings.ts';

type Timed = Pick<Change | Failure, 'id' | 'occurredAt'>;

/** Sorts records by time, then by id. Parses each time only once, which matters for long lists of changes. */
export function sortByTime<T extends Timed>(values: readonly T[]): T[] {
  const timed = values.map((value) => ({ value, at: Date.parse(value.occurredAt) }));
  timed.sort((a, b) => a.at - b.at || compareStrings(a.value.id, b.value.id));
  return timed.map(({ value }) => value);
}

export function compareByTime(a: Timed, b: Timed): number {
  return Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || compareStrings(a.id, b.id);
}
