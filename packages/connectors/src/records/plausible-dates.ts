import { AppError, dayInMs, type Instant } from '@refrain/domain';
import type { ParsedPayload } from '../contract/failure-source.ts';

/** The first year of the web. Earlier dates usually stand for an empty cell: 1970 in Unix, 1900 in spreadsheets. */
const firstYear = 1990;

/** Describes, as the end of a sentence, why an instant cannot be the date of a past failure; null if it can. */
export function describeImplausibleDate(instant: Instant, now: number): string | null {
  const time = Date.parse(instant);
  // Permits times up to a day ahead, because a local time may be labelled as UTC.
  if (time > now + dayInMs) return 'is in the future';
  return time < Date.UTC(firstYear, 0) ? `is before ${firstYear}` : null;
}

/** Drops drafts with an implausible start, and clears other implausible times. Throws if no draft is left. */
export function dropImplausibleDates(observed: ParsedPayload, now: number): ParsedPayload {
  const isPlausible = ({ occurredAt }: { readonly occurredAt: Instant }) =>
    describeImplausibleDate(occurredAt, now) === null;
  const failures = observed.failures.filter(isPlausible);
  const changes = observed.changes.filter(isPlausible);
  const [first] = [...observed.failures, ...observed.changes];
  if (first !== undefined && failures.length + changes.length === 0) {
    const problem = describeImplausibleDate(first.occurredAt, now);
    throw new AppError(
      'invalid_input',
      `The date ${first.occurredAt} ${problem}, so the record is ignored: correct the date at its source.`,
    );
  }
  const isImplausible = (instant: Instant) => describeImplausibleDate(instant, now) !== null;
  const plausibleOrNull = (instant: Instant | null) => (instant === null || isImplausible(instant) ? null : instant);
  // A version in the future could never be replaced by a later one.
  const versionOf = ({ version }: { readonly version: Instant }) =>
    isImplausible(version) ? new Date(now).toISOString() : version;
  return {
    ...observed,
    failures: failures.map((failure) => ({
      ...failure,
      version: versionOf(failure),
      resolvedAt: plausibleOrNull(failure.resolvedAt),
      timing: failure.timing && {
        acknowledgedAt: plausibleOrNull(failure.timing.acknowledgedAt),
        mitigatedAt: plausibleOrNull(failure.timing.mitigatedAt),
        reopenedAt: failure.timing.reopenedAt.filter((instant) => !isImplausible(instant)),
      },
    })),
    changes: changes.map((change) => ({ ...change, version: versionOf(change) })),
  };
}
