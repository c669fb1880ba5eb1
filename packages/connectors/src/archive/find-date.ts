import { parseDate } from './parse-date.ts';

const headLines = 40;
const lineLength = 300;

export const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayOfMonth = '\\d{1,2}(?:st|nd|rd|th)?';
/** Matches `2026-01-10`, `2026/01/10`, `January 10, 2026` and `10 January 2026`. */
const days = new RegExp(
  `(?<!\\d)(?<year>\\d{4})(?<mark>[-/])(?<month>\\d\\d)\\k<mark>(?<day>\\d\\d)(?!\\d)` +
    `|\\b(?:${month} ${dayOfMonth},? \\d{4}|${dayOfMonth} (?:of )?${month},? \\d{4})(?!\\d)`,
  'iu',
);
/** Matches the time that follows a numeric date, such as `T09:30Z` or ` at 09:30 UTC`. */
const timeOfDay =
  /^(?:T|,? (?:at )?)(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(?:(?: - | ?[–—] ?)\d\d:\d\d)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?(?![\d:])/u;
/** Matches a zone abbreviation such as PST, or AM or PM, for which the UTC time is unknown. */
const isZoneUnclear = /\b(?!(?:GMT|START)\b)[A-Z]{2,4}T\b|\d ?[APap]\.?[Mm]\b/u;

/** Labels that may precede a date in a line, table or heading. Labels for the start of an incident come first. */
const ofIncident = '(?: (?:of )?(?:the )?(?:incident|outage|event|impact))?';
const zone = '(?: ?\\([a-z]{3,4}\\))?';
const labels = [
  `(?:(?:incident|outage|impact) )?(?:start(?:ed)?(?: (?:time|date|at|on))?|began(?: at| on)?)${ofIncident}${zone}`,
  `(?:(?:incident|outage) )?(?:date|day|when|occurred|date ?(?:and|&|/) ?time)(?: (?:at|on))?${ofIncident}${zone}`,
].map((label) => ({
  cell: new RegExp(`^${label}$`, 'iu'),
  line: new RegExp(`^(${label}) ?: ?(.+)$`, 'iu'),
}));

export function findDayInText(text: string): string | undefined {
  const match = days.exec(text.slice(0, lineLength));
  return match === null ? undefined : isoDay(match);
}

/** Returns the day in a file name, or else the day in the folder name, since some folders hold a single incident. */
export function findDayInPath(path: string): string | undefined {
  const [folder = '', name = ''] = ['', ...path.split(/[/\\]/u)].slice(-2);
  return findDayInText(name) ?? findDayInText(folder);
}

export function removeDayFromText(text: string): string {
  const match = days.exec(text.slice(0, lineLength));
  const day = match === null ? undefined : isoDay(match);
  const cut = match === null || day === undefined ? text : cutOut(text, match.index, match[0].length);
  const rest = cut.replace(/^[\s:_–—-]+|[\s:_–—-]+$/gu, '');
  return rest.includes(' ') ? rest : rest.replaceAll(/[-_]/gu, ' ');
}

/** Returns the labelled date near the start of a Markdown text, without a time whose zone is unclear. */
export function findLabelledDate(body: string): string | undefined {
  const lines = body.split('\n', headLines).map((line) => line.slice(0, lineLength));
  for (const label of labels) {
    for (const [at, line] of lines.entries()) {
      for (const stated of datesStatedIn(label, line, lines.slice(at + 1))) {
        const date = dateIn(stated);
        if (date !== undefined) return date;
      }
    }
  }
  return undefined;
}

/** Returns the texts that may contain the date after a label. Each text includes the label, which may name a zone. */
function datesStatedIn(
  { cell, line: labelled }: (typeof labels)[number],
  line: string,
  following: readonly string[],
): string[] {
  if (line.trimStart().startsWith('|')) {
    const cells = cellsOf(line);
    const below = /^[\s|:-]+$/u.test(following[0] ?? '') ? cellsOf(following[1] ?? '') : [];
    return cells.flatMap((name, at) =>
      cell.test(name) ? [cells[at + 1], below[at]].map((value) => `${name} ${value ?? ''}`) : [],
    );
  }
  const plain = plainLine(line);
  const match = labelled.exec(plain);
  if (match !== null) return [`${match[1]} ${match[2]}`];
  if (!line.startsWith('#') || !cell.test(plain.replace(/:$/u, ''))) return [];
  return [`${plain} ${following.find((next) => next.trim() !== '') ?? ''}`];
}

function cellsOf(row: string): string[] {
  return row.split('|').slice(1).map(plainLine);
}

function plainLine(line: string): string {
  return line
    .replace(/[*_`]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[ #>+-]+/u, '')
    .trim();
}

function dateIn(text: string): string | undefined {
  const match = days.exec(text);
  const day = match === null ? undefined : isoDay(match);
  if (match === null || day === undefined) return undefined;
  const time = timeOfDay.exec(text.slice(match.index + match[0].length));
  if (time === null || isZoneUnclear.test(text)) return day;
  const date = `${day} ${time[1]}${time[2]?.replace('GMT', 'UTC') ?? ''}`;
  return parseDate(date) === null ? day : date;
}

/** Formats a matched date as `YYYY-MM-DD`; undefined if the calendar has no such day. */
function isoDay({ 0: text, groups }: RegExpExecArray): string | undefined {
  const [, digits = ''] = /(?:^|[^\d])(\d{1,2})(?!\d)/u.exec(text) ?? [];
  const monthAt = monthNames.findIndex((name) => new RegExp(`\\b${name}`, 'iu').test(text));
  const day = groups?.year
    ? `${groups.year}-${groups.month}-${groups.day}`
    : `${text.slice(-4)}-${String(monthAt + 1).padStart(2, '0')}-${digits.padStart(2, '0')}`;
  return parseDate(day) === null ? undefined : day;
}

function cutOut(text: string, at: number, length: number): string {
  const before = text.slice(0, at).replace(/(?:[([]|\b(?:on|of|from) )$/u, '');
  return before + text.slice(at + length).replace(/^[)\]]/u, '');
}
