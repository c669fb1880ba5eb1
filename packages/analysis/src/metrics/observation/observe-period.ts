import type { Change, Failure, Instant, ObservedPeriod } from '@refrain/domain';

/** What was looked at: from the first change or failure up to `until`; empty where nothing is known before that. */
export function observePeriod(known: readonly Pick<Change | Failure, 'occurredAt'>[], until: Instant): ObservedPeriod {
  const from = known.reduce((first, { occurredAt }) => Math.min(first, Date.parse(occurredAt)), Date.parse(until));
  return { from: new Date(from).toISOString(), until };
}
