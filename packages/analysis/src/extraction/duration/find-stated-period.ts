import { dayInMs, hourInMs, type StatedDuration } from '@refrain/domain';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?:${monthNames.join('|')})[a-z]{0,6}`;
const day = String.raw`(?:\d{4}-\d\d-\d\d|${month}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? ${month}(?:,? \d{4})?)`;
const zone = String.raw`(?: ?\(?(?:UTC|GMT|Z|[A-Z]{2,4}T|US\/Pacific|Pacific)\)?)?`;
const clock = (name: string) =>
  String.raw`(?<${name}Hour>\d{1,2}):(?<${name}Minute>[0-5]\d)(?::[0-5]\d)?(?: ?(?<${name}Half>[ap])\.?m\.?)?${zone}`;
const near = '(?:(?:approximately|about|around|roughly|,|at|on) ?){0,2}';
const period = new RegExp(
  String.raw`(?:(?<startDay>${day}),? ?)?${near}(?<![\d:.])${clock('start')}(?:,? ?(?:on )?(?<startDayAfter>${day}))?,? ?(?:to|until|and|till|–|—|-) ?(?:(?<endDay>${day}),? ?)?${near}${clock('end')}(?![\d:])(?:,? ?(?:on )?(?<endDayAfter>${day}))?`,
  'iu',
);
/** A longer period is probably a misread date. */
const maxMs = 30 * dayInMs;
const maxMixedMs = 12 * hourInMs;

/** Finds a period in a text, such as “from 10:02 to 11:40 UTC”. */
export function findStatedPeriod(text: string): StatedDuration | null {
  const match = period.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const startDay = groups.startDay ?? groups.startDayAfter;
  // With a date of the end alone, the date of the start stands elsewhere and may differ.
  if (startDay === undefined && groups.endDay !== undefined) return null;
  const endDay = groups.endDay ?? groups.endDayAfter ?? startDay;
  const from = toMs(
    startDay ?? endDay,
    endDay,
    groups.startHour,
    groups.startMinute,
    groups.startHalf ?? groups.endHalf,
  );
  const to = toMs(endDay, endDay, groups.endHour, groups.endMinute, groups.endHalf ?? groups.startHalf);
  // Without a second date, a period that ends before it begins ends on the next day.
  const lasted = to < from && endDay === startDay ? to + dayInMs - from : to - from;
  // With “PM” at one of the times alone, a long period probably mixes both halves of a day.
  const isMixed = (groups.startHalf === undefined) !== (groups.endHalf === undefined) && lasted > maxMixedMs;
  return lasted > 0 && lasted <= maxMs && !isMixed
    ? { quote: stripOpenBracket(match[0].trim()), hours: lasted / hourInMs }
    : null;
}

/** Removes a closing bracket without an opening one. */
function stripOpenBracket(text: string): string {
  return text.includes('(') ? text : text.replace(/\)$/u, '');
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
  if (/^\d{4}-/u.test(date)) return Date.parse(date);
  const year = Number(/\d{4}/u.exec(date)?.[0] ?? /\d{4}/u.exec(other)?.[0] ?? 2000);
  const monthAt = monthNames.findIndex((name) => date.toLowerCase().includes(name));
  const ofMonth = Number(/\b\d{1,2}(?!\d)/u.exec(date)?.[0] ?? 1);
  return Date.UTC(year, Math.max(0, monthAt), ofMonth);
}
