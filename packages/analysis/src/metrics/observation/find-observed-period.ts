import type { Change, Failure, Instant, ObservedPeriod } from '@refrain/domain';

/** Returns the period from the first change or failure to `until`, which is empty without earlier data. */
export function findObservedPeriod(
  known: readonly Pick<Change | Failure, 'occurredAt'>[],
  until: Instant,
): ObservedPeriod {
  const from = known.reduce((first, { occurredAt }) => Math.min(first, Date.parse(occurredAt)), Date.parse(until));
  return { from: new Date(from).toISOString(), until };
}
