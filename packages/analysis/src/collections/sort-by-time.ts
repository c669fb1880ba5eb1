import type { Change, Failure } from '@refrain/domain';

/** Sorts records by time, then by id. Parses each time only once, which matters for long lists of changes. */
export function sortByTime<T extends Change | Failure>(values: readonly T[]): T[] {
  const timed = values.map((value) => ({ value, at: Date.parse(value.occurredAt) }));
  timed.sort((a, b) => a.at - b.at || (a.value.id < b.value.id ? -1 : a.value.id > b.value.id ? 1 : 0));
  return timed.map(({ value }) => value);
}

export function compareByTime(a: Change | Failure, b: Change | Failure): number {
  return Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
