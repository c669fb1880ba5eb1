import { type Change, dayInMs, type Failure, hasTimeOfDay, hourInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { lowerBound } from '../../collections/lower-bound.ts';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { findStatedDuration } from '../../extraction/duration/find-stated-duration.ts';

/** Maximum time from a failed deployment to the successful one that counts as its recovery. */
const longest = dayInMs;

/**
 * Creates a function that returns the end of a failure in ms; null if open or unknown. The duration that an incident's text
 * states comes first, because a ticket or a status page is often open for longer. A reverted change has no end, since the time
 * until the revert is not an outage.
 */
export function createFailureEndFinder(changes: readonly Change[]): (failure: Failure) => number | null {
  const succeeded = changes.filter(({ kind, succeeded: isDone }) => kind === 'deployment' && isDone === true);
  const byLocation = new Map(
    [...groupBy(succeeded, (one) => [locationOf(one)])].map(([place, own]) => [
      place,
      own.sort(compareByTime).map(({ occurredAt }) => Date.parse(occurredAt)),
    ]),
  );
  return (failure) => {
    const { kind, occurredAt, resolvedAt, precision } = failure;
    const start = Date.parse(occurredAt);
    const stated = kind === 'incident' ? findStatedDuration(failure.text) : null;
    if (stated !== null) return start + stated.hours * hourInMs;
    if (kind === 'reverted_change' || !hasTimeOfDay(precision)) return null;
    // Clock skew can put the end before the start.
    if (resolvedAt !== null) return Math.max(start, Date.parse(resolvedAt));
    if (kind === 'incident') return null;
    const times = byLocation.get(locationOf(failure)) ?? [];
    const next = times[lowerBound(times, (at) => at <= start)];
    return next !== undefined && next <= start + longest ? next : null;
  };
}

function locationOf({ repository, environment }: Pick<Failure, 'repository' | 'environment'>): string {
  return JSON.stringify([repository, environment]);
}

/** Returns the total length that the spans cover, counting overlaps once. */
export function computeUnionLengthOfSpans(spans: readonly { readonly start: number; readonly end: number }[]): number {
  let length = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    length += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return length;
}
