import type { Instant } from '@refrain/domain';

const dateAndTime =
  /^(?<day>[\d/-]{8,10})(?:(?<separator>T| |, )(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?(?: ?(?<half>[AP]M))?(?:\s?(?<zone>Z|UTC|[+-]\d\d:?\d\d))?)?$/iu;
const yearFirst = /^(\d{4})([-/])(\d\d)\2(\d\d)$/u;
const yearLast = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/**
 * An instant, or null where the text is no date beyond doubt. Read are: ISO 8601 with a time zone (a space may stand for the
 * T), and `YYYY-MM-DD`, `YYYY/MM/DD` and `MM/DD/YYYY`, each alone, as the start of that day in UTC, or with `HH:MM`, `HH:MM:SS`
 * or either with AM or PM, as UTC.
 * A time after a T without a zone is refused: by ISO 8601 that is local time, another instant on every machine.
 * @param dayFirst reads a date with slashes that ends with its year as `DD/MM/YYYY`
 */
export function parseDate(value: unknown, dayFirst = false): Instant | null {
  if (typeof value !== 'string') return null;
  const { day: date = '', separator, hour, minute, second, half, zone } = dateAndTime.exec(value.trim())?.groups ?? {};
  const day = readDay(date, dayFirst);
  if (day === null || hour === undefined) return day;
  if (/t/iu.test(separator ?? '') && zone === undefined) return null;
  const [hours, minutes, seconds] = [hourOf(Number(hour), half), Number(minute), Number(second ?? 0)];
  const offset = offsetMinutes(zone ?? 'Z');
  if (hours === null || minutes > 59 || seconds > 59 || offset === null) return null;
  return new Date(Date.parse(day) + ((hours * 60 + minutes - offset) * 60 + seconds) * 1_000).toISOString();
}

/** Whether a date with slashes is only one when its first two numbers change places. */
export function isOtherOrder(text: string, dayFirst: boolean): boolean {
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

/** Of 24; null for an hour that no clock shows. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/p/iu.test(half) ? 12 : 0);
}

/** Null for a day that no calendar has, such as 31 February. */
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
