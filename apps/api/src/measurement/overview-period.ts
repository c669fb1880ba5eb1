import { AppError, dayInMs, hourInMs, type Instant, type ObservedPeriod } from '@refrain/domain';

export interface PeriodRequest {
  readonly since?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** The length of the period if `since` is absent. */
  readonly days: number;
}

const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:00:00Z')];

/**
 * Returns the requested period, rounded to hours, so that requests within an hour share cached figures. By default, the period
 * ends with the newest measurement.
 * @throws {AppError} `invalid_input` if the period ends before it begins
 */
export function resolveOverviewPeriod({ since, until, days }: PeriodRequest, asOf: Instant): ObservedPeriod {
  const end = clamp(Math.ceil(Date.parse(until ?? asOf) / hourInMs) * hourInMs);
  const start = clamp(since === undefined ? end - days * dayInMs : Math.floor(Date.parse(since) / hourInMs) * hourInMs);
  if (start >= end) throw new AppError('invalid_input', '`since` is not before `until`. Choose an earlier `since`.');
  return toPeriod(start, end);
}

/** Returns the period of equal length before. */
export function findPeriodBefore({ from, until }: ObservedPeriod): ObservedPeriod {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  return toPeriod(clamp(start - (end - start)), start);
}

function clamp(time: number): number {
  return Math.min(latest, Math.max(earliest, time));
}

function toPeriod(start: number, end: number): ObservedPeriod {
  return { from: new Date(start).toISOString(), until: new Date(end).toISOString() };
}
