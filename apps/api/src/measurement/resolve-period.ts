import { AppError, dayInMs, hourInMs, type Instant, type ObservedPeriod } from '@refrain/domain';

export interface PeriodRequest {
  readonly since?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** The length of the period if `since` is absent. */
  readonly days: number;
}

const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:00:00Z')];

/** The share of the period before that may be older than the recorded history, such as a few days of a year. */
const maxMissingShare = 0.02;

/**
 * Returns the requested period, rounded to hours, so that requests within an hour share cached figures. The period ends with the newest
 * measurement at the latest, because days without data would count as days without failures. A period that begins after the newest
 * measurement ends as requested, or now.
 * @throws {AppError} `invalid_input` if the period ends before it begins
 */
export function resolvePeriod({ since, until, days }: PeriodRequest, asOf: Instant, now = Date.now()): ObservedPeriod {
  const isMeasured = since === undefined || since < asOf;
  const requested = until === undefined ? now : Date.parse(until);
  const end = clamp(Math.ceil((isMeasured ? Math.min(requested, Date.parse(asOf)) : requested) / hourInMs) * hourInMs);
  const start = clamp(since === undefined ? end - days * dayInMs : Math.floor(Date.parse(since) / hourInMs) * hourInMs);
  if (start >= end) throw new AppError('invalid_input', '`since` is not before `until`. Choose an earlier `since`.');
  return toPeriod(start, end);
}

export interface MeasuredHistory {
  readonly historyFrom: Instant | null;
  /** The time up to which failures are measured. */
  readonly asOf: Instant;
}

/**
 * Returns the period of equal length before a period; null if the recorded history does not contain it, and for a period without data,
 * which must not seem better than the period before.
 */
export function findComparedPeriod(
  period: ObservedPeriod,
  { historyFrom, asOf }: MeasuredHistory,
): ObservedPeriod | null {
  if (period.from >= asOf) return null;
  const before = findPeriodBefore(period);
  const missing = historyFrom === null ? Number.POSITIVE_INFINITY : Date.parse(historyFrom) - Date.parse(before.from);
  return missing <= maxMissingShare * (Date.parse(before.until) - Date.parse(before.from)) ? before : null;
}

/** Returns the period of equal length before. */
function findPeriodBefore({ from, until }: ObservedPeriod): ObservedPeriod {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  return toPeriod(clamp(start - (end - start)), start);
}

function clamp(time: number): number {
  return Math.min(latest, Math.max(earliest, time));
}

function toPeriod(start: number, end: number): ObservedPeriod {
  return { from: new Date(start).toISOString(), until: new Date(end).toISOString() };
}
