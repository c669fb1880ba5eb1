import { AppError, dayInMs, type Instant } from '@refrain/domain';
import type { Observed } from '../contract/failure-source.ts';

/**
 * The first year of the web. An earlier date is usually an empty one: 1970 is zero in Unix time, 1900 in spreadsheets.
 */
const firstYear = 1990;

/**
 * Returns why an instant cannot be the date of a past failure, as the end of a sentence; null if it can. A single
 * failure far outside the period would distort every statistic over time.
 * @param now in milliseconds; up to a day later is allowed, because a local time may be given as UTC
 */
export function describeImplausible(instant: Instant, now: number): string | null {
  const time = Date.parse(instant);
  if (time > now + dayInMs) return 'is in the future';
  return time < Date.UTC(firstYear, 0) ? `is before ${firstYear}` : null;
}

/**
 * Leaves out drafts with an implausible start, and clears the other implausible times of failures, since whoever makes
 * a commit chooses its date.
 * @param now in milliseconds
 * @throws {AppError} `invalid_input` if no draft is left
 */
export function keepPlausible(observed: Observed, now: number): Observed {
  const isPlausible = ({ occurredAt }: { readonly occurredAt: Instant }) =>
    describeImplausible(occurredAt, now) === null;
  const failures = observed.failures.filter(isPlausible);
  const changes = observed.changes.filter(isPlausible);
  const [first] = [...observed.failures, ...observed.changes];
  if (first !== undefined && failures.length + changes.length === 0) {
    const problem = describeImplausible(first.occurredAt, now);
    throw new AppError('invalid_input', `Its date ${first.occurredAt} ${problem}, so that it counts in no statistic.`);
  }
  const isWrong = (instant: Instant) => describeImplausible(instant, now) !== null;
  const known = (instant: Instant | null) => (instant === null || isWrong(instant) ? null : instant);
  // Later versions could never replace a version in the future.
  const versionOf = ({ version }: { readonly version: Instant }) =>
    isWrong(version) ? new Date(now).toISOString() : version;
  return {
    ...observed,
    failures: failures.map((failure) => ({
      ...failure,
      version: versionOf(failure),
      resolvedAt: known(failure.resolvedAt),
      timing: failure.timing && {
        acknowledgedAt: known(failure.timing.acknowledgedAt),
        mitigatedAt: known(failure.timing.mitigatedAt),
        reopenedAt: failure.timing.reopenedAt.filter((instant) => !isWrong(instant)),
      },
    })),
    changes: changes.map((change) => ({ ...change, version: versionOf(change) })),
  };
}
