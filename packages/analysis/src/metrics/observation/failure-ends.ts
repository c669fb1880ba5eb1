import { type Change, dayInMs, type Failure, hasTimeOfDay } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { lowerBound } from '../../collections/lower-bound.ts';
import { byTime } from '../../collections/sort-by-time.ts';

/**
 * The maximum time after a failed deployment within which the next one counts as its recovery. Linking uses the same
 * limit.
 */
const longest = dayInMs;

/**
 * Creates a function that returns the end of a failure in ms, or null if it is open or unknown. An incident ends when
 * it is resolved; a failed deployment when it recovered, was rolled back or was followed within a day by a successful
 * deployment of the same repository and environment. A reverted change has no end, because the time from merge to
 * revert is not an outage. A failure without a time of day has none either.
 */
export function createFailureEnds(changes: readonly Change[]): (failure: Failure) => number | null {
  const succeeded = changes.filter(({ kind, succeeded: isDone }) => kind === 'deployment' && isDone === true);
  const byLocation = new Map(
    [...groupBy(succeeded, (one) => [locationOf(one)])].map(([place, own]) => [
      place,
      own.sort(byTime).map(({ occurredAt }) => Date.parse(occurredAt)),
    ]),
  );
  return (failure) => {
    const { kind, occurredAt, resolvedAt, precision } = failure;
    if (kind === 'reverted_change' || !hasTimeOfDay(precision)) return null;
    const start = Date.parse(occurredAt);
    // Clock skew can put the end before the start; the duration is then 0.
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
