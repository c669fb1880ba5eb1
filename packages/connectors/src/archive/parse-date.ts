import type { Instant } from '@refrain/domain';

const withTime =
  /^(\d{4})-(\d\d)-(\d\d)([T ])(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:\s?(Z|UTC|[+-]\d\d:?\d\d))?$/iu;
const dateOnly = /^(\d{4})-(\d\d)-(\d\d)$/u;
const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/**
 * An instant, or null where the text is no date beyond doubt. Read are: ISO 8601 with a time zone (a space may stand for the
 * T), `YYYY-MM-DD HH:MM` with or without seconds as UTC, and `YYYY-MM-DD` and `MM/DD/YYYY` as the start of that day in UTC.
 * A time after a T without a zone is refused: by ISO 8601 that is local time, another instant on every machine.
 * @param dayFirst reads a date with slashes as `DD/MM/YYYY`
 */
export function parseDate(value: unknown, dayFirst = false): Instant | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const date = dateOnly.exec(text);
  if (date) return instantOf(Number(date[1]), Number(date[2]), Number(date[3]));
  const slashed = readSlashes(text, dayFirst);
  if (slashed) return instantOf(slashed.year, slashed.month, slashed.day);
  const full = withTime.exec(text);
  if (!full) return null;
  const [separator, zone] = [full[4], full[8]];
  if (separator !== ' ' && zone === undefined) return null;
  const day = instantOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const [hour, minute, second] = [Number(full[5]), Number(full[6]), Number(full[7] ?? 0)];
  const offset = offsetMinutes(zone ?? 'Z');
  if (day === null || hour > 23 || minute > 59 || second > 59 || offset === null) return null;
  const seconds = (hour * 60 + minute - offset) * 60 + second;
  return new Date(Date.parse(day) + seconds * 1_000).toISOString();
}

/** Whether a date with slashes is only one when its first two numbers change places. */
export function isOtherOrder(text: string, dayFirst: boolean): boolean {
  return (
    readSlashes(text.trim(), dayFirst) !== null && !parseDate(text, dayFirst) && parseDate(text, !dayFirst) !== null
  );
}

function readSlashes(text: string, dayFirst: boolean): { year: number; month: number; day: number } | null {
  const found = slashes.exec(text);
  if (!found) return null;
  const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return dayFirst ? { year, month: second, day: first } : { year, month: first, day: second };
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
