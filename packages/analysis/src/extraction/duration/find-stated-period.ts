import { dayInMs, hourInMs, type StatedDuration } from '@refrain/domain';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?:${monthNames.join('|')})[a-z]{0,6}`;
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?';
const day = String.raw`(?:${weekday}(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}|${month}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}(?:,? \d{4})?))`;
const zone = String.raw`(?: ?\(?(?:UTC|GMT|Z|[A-Z]{2,4}T|US\/Pacific|Pacific)\)?)?`;
/** Matches a time of day, whose minutes may be missing before “am” and “pm”. */
const clock = (name: string) =>
  String.raw`(?<${name}Hour>\d{1,2})(?::(?<${name}Minute>[0-5]\d)(?::[0-5]\d)?|(?= ?[ap]\.?m\b))(?: ?(?<${name}Half>[ap])\.?m\b\.?)?${zone}`;
const near = String.raw`(?:(?:approximately|about|around|roughly|,|on|~|\() ?){0,2}`;
const begin = '(?:(?:between|from|starting|beginning) ?)?';
const until =
  '(?:and (?:lasting (?:until|through)|ending(?: (?:on|at))?)|through|to|until(?: mitigation at)?|and|till|–|—|-)';
const period = new RegExp(
  String.raw`(?:(?<startDay>${day}),? ?${begin}(?:at ?)?|at ?)?${near}(?<![\d:.])${clock('start')}(?:,? ?(?:on )?(?<startDayAfter>${day}))?,? ?${until} ?(?:(?<endDay>${day}),? ?(?:at ?)?)?${near}${clock('end')}(?![\d:])(?:,? ?(?:on )?(?<endDayAfter>${day}))?`,
  'giu',
);
/** Matches a period of whole days, such as “from May 3 to May 5”. */
const days = new RegExp(
  String.raw`\b(?:from|between) (?<startDay>${day})${zone} ?${until} (?<endDay>${day})${zone}(?! ?(?:at )?\d{1,2}:\d\d)`,
  'iu',
);
/** A longer period is probably a misread date. */
const maxMs = 30 * dayInMs;
/** From one day to the next may be anything between minutes and two days. */
const minDaysMs = 2 * dayInMs;
const maxMixedMs = 12 * hourInMs;

interface Period extends StatedDuration {
  /** Position of the quotation in the text */
  readonly at: number;
  /** Milliseconds on a time line that has only the stated dates in common with the real one */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the period that a text states, such as “from 10:02 to 11:40 UTC”. The hours of several periods that follow each
 * other are added.
 */
export function findStatedPeriod(text: string): StatedDuration | null {
  const [first, ...others] = [...text.matchAll(period)].map(readPeriod);
  if (first === undefined) return readDays(text);
  if (first === null) return null;
  let last = first;
  let hours = first.hours;
  for (const next of others) {
    if (next === null || next.from < last.to) continue;
    hours += next.hours;
    last = next;
  }
  return { quote: stripOpenBracket(text.slice(first.at, last.at + last.quote.length).trim()), hours };
}

function readPeriod(match: RegExpExecArray): Period | null {
  const { groups = {} } = match;
  const startDay = groups.startDay ?? groups.startDayAfter;
  // With a date of the end alone, the date of the start stands elsewhere and may differ.
  if (startDay === undefined && groups.endDay !== undefined) return null;
  const endDay = groups.endDay ?? groups.endDayAfter ?? startDay;
  const half = groups.startHalf ?? groups.endHalf;
  const from = toMs(startDay ?? endDay, endDay, groups.startHour, groups.startMinute, half);
  const end = toMs(endDay, startDay, groups.endHour, groups.endMinute, groups.endHalf ?? groups.startHalf);
  // Without a second date, a period that ends before it begins ends on the next day.
  const to = end < from && endDay === startDay ? end + dayInMs : end;
  // With “PM” at one of the times alone, a long period probably mixes both halves of a day.
  const isMixed = (groups.startHalf === undefined) !== (groups.endHalf === undefined) && to - from > maxMixedMs;
  return to > from && to - from <= maxMs && !isMixed
    ? { quote: match[0], hours: (to - from) / hourInMs, at: match.index, from, to }
    : null;
}

function readDays(text: string): StatedDuration | null {
  const match = days.exec(text);
  if (match === null) return null;
  const { startDay = '', endDay = '' } = match.groups ?? {};
  const lasted = readDay(endDay, startDay) - readDay(startDay, endDay);
  return lasted >= minDaysMs && lasted <= maxMs ? { quote: match[0], hours: lasted / hourInMs } : null;
}

/** Removes an opening bracket at the start, and a closing bracket without an opening one. */
function stripOpenBracket(text: string): string {
  const opened = text.replace(/^\(/u, '');
  return opened.includes('(') ? opened : opened.replace(/\)$/u, '');
}

/** @param other a date with the year, if `date` has none */
function toMs(
  date: string | undefined,
  other: string | undefined,
  hour = '0',
  minute = '0',
  half: string | undefined = undefined,
): number {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return readDay(date ?? '', other ?? '') + hours * hourInMs + Number(minute) * 60_000;
}

function readDay(date: string, other: string): number {
  const iso = /\d{4}-\d\d-\d\d/u.exec(date);
  if (iso !== null) return Date.parse(iso[0]);
  const year = Number(/\d{4}/u.exec(date)?.[0] ?? /\d{4}/u.exec(other)?.[0] ?? 2000);
  const slashed = /(\d{1,2})\/(\d{1,2})\//u.exec(date);
  if (slashed !== null) return Date.UTC(year, Number(slashed[1]) - 1, Number(slashed[2]));
  const monthAt = monthNames.findIndex((name) => new RegExp(`\\b${name}`, 'iu').test(date));
  const ofMonth = Number(/\b\d{1,2}(?!\d)/u.exec(date)?.[0] ?? 1);
  return Date.UTC(year, Math.max(0, monthAt), ofMonth);
}
