import { type Change, dayInMs, type Failure, hasTimeOfDay } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { lowerBound } from '../../collections/lower-bound.ts';
import { byTime } from '../../collections/sort-by-time.ts';

/** How long after a failed deployment the next one counts as its recovery; linking takes the same. */
const longest = dayInMs;

/**
 * When a failure was over, in ms; null while it is open and where nothing tells. An incident ends when it is resolved, a
 * failed deployment when it recovered or was rolled back, else with the next deployment of its repository and environment
 * that went through within a day. A reverted change has no end: the time from its merge to its revert is no outage. Neither
 * has a failure without a time of day.
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
    // A clock that is ahead gives an end before the start: then it lasted no time that is known.
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
