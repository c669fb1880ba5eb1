import type { Instant, ObservedPeriod } from '@refrain/domain';

/** Returns the period from the first known time to `until`, which is empty without earlier data. */
export function findObservedPeriod(known: readonly Instant[], until: Instant): ObservedPeriod {
  const from = known.reduce((first, instant) => Math.min(first, Date.parse(instant)), Date.parse(until));
  return { from: new Date(from).toISOString(), until };
}
