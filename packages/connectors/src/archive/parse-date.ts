import type { Instant, TimePrecision } from '@refrain/domain';

const dateAndTime =
  /^(?<day>[\d/-]{8,10})(?:(?:T| |, )(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?(?: ?(?<half>[AP]M))?(?:\s?(?<zone>Z|UTC|[+-]\d\d:?\d\d))?)?$/iu;
const yearAndMonth = /^(\d{4})-(\d\d)$/u;
const yearFirst = /^(\d{4})([-/])(\d\d)\2(\d\d)$/u;
const yearLast = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

export interface ParsedDate {
  readonly at: Instant;
  readonly precision: TimePrecision;
}

/**
 * Parses a day (`YYYY-MM-DD`, `YYYY/MM/DD` or `MM/DD/YYYY`), optionally with a time (`HH:MM[:SS]`, AM or PM) and a
 * zone, or a month (`YYYY-MM`); null for any other text. The default zone is UTC.
 */
export function parseDate(value: unknown, dayFirst = false): ParsedDate | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const [, year, month] = yearAndMonth.exec(text) ?? [];
  if (year !== undefined) return precise(instantOf(Number(year), Number(month), 1), 'month');
  const { day: date = '', hour, minute, second, half, zone } = dateAndTime.exec(text)?.groups ?? {};
  const day = readDay(date, dayFirst);
  if (day === null || hour === undefined) return precise(day, 'day');
  const [hours, minutes, seconds] = [convertTo24Hour(Number(hour), half), Number(minute), Number(second ?? 0)];
  const offset = offsetMinutes(zone ?? 'Z');
  if (hours === null || minutes > 59 || seconds > 59 || offset === null) return null;
  const at = new Date(Date.parse(day) + ((hours * 60 + minutes - offset) * 60 + seconds) * 1_000).toISOString();
  return precise(at, second === undefined ? 'minute' : 'instant');
}

function precise(at: Instant | null, precision: TimePrecision): ParsedDate | null {
  return at === null ? null : { at, precision };
}

/** Tells whether a date with slashes is invalid in the given order of day and month, but valid in the other order. */
export function isValidOnlyWithDayFirst(text: string, dayFirst: boolean): boolean {
  return parseDate(text, dayFirst) === null && parseDate(text, !dayFirst) !== null;
}

function readDay(text: string, dayFirst: boolean): Instant | null {
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return instantOf(Number(year), Number(month), Number(day));
  const [, first, second, last] = yearLast.exec(text) ?? [];
  return dayFirst
    ? instantOf(Number(last), Number(second), Number(first))
    : instantOf(Number(last), Number(first), Number(second));
}

/** Converts an hour to the 24-hour clock; null if invalid. An hour without AM or PM stays the same. */
export function convertTo24Hour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/p/iu.test(half) ? 12 : 0);
}

function instantOf(year: number, month: number, day: number): Instant | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1970 ? date.toISOString() : null;
}

function offsetMinutes(zone: string): number | null {
  if (/^(?:Z|UTC)$/iu.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
