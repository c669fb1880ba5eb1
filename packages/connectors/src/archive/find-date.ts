import { parseDate } from './parse-date.ts';

/** The lines at the start of a text that are searched for its date, and the most characters of a line that are read. */
const headLines = 40;
const lineLength = 300;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayOfMonth = '\\d{1,2}(?:st|nd|rd|th)?';
/** `2026-01-10`, `2026/01/10`, `January 10, 2026` and `10 January 2026`. */
const days = new RegExp(
  `(?<!\\d)(?<year>\\d{4})(?<mark>[-/])(?<month>\\d\\d)\\k<mark>(?<day>\\d\\d)(?!\\d)` +
    `|\\b(?:${month} ${dayOfMonth},? \\d{4}|${dayOfMonth} (?:of )?${month},? \\d{4})(?!\\d)`,
  'iu',
);
/** Matches the time after a day that is written with digits. */
const timeOfDay =
  /^(?:T|,? (?:at )?)(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(?:(?: - | ?[–—] ?)\d\d:\d\d)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?(?![\d:])/u;
/** Matches a time in a zone that is known by its name only, such as PST, or with AM or PM. */
const isElsewhere = /\b(?!(?:GMT|START)\b)[A-Z]{2,4}T\b|\d ?[APap]\.?[Mm]\b/u;

/** Labels of a line or a column that holds the date; the words for the start of an incident come before “date”. */
const ofIncident = '(?: (?:of )?(?:the )?(?:incident|outage|event|impact))?';
const zone = '(?: ?\\([a-z]{3,4}\\))?';
const labels = [
  `(?:(?:incident|outage|impact) )?(?:start(?:ed)?(?: (?:time|date|at|on))?|began(?: at| on)?)${ofIncident}${zone}`,
  `(?:(?:incident|outage) )?(?:date|day|when|occurred|date ?(?:and|&|/) ?time)(?: (?:at|on))?${ofIncident}${zone}`,
].map((label) => ({
  cell: new RegExp(`^${label}$`, 'iu'),
  line: new RegExp(`^(${label}) ?: ?(.+)$`, 'iu'),
}));

/** Returns the first day in a text, as `YYYY-MM-DD`. */
export function dayIn(text: string): string | undefined {
  const match = days.exec(text.slice(0, lineLength));
  return match === null ? undefined : isoDay(match);
}

/** Returns the day in a file's name, or else in the name of its folder, which may hold a single incident. */
export function dayOfPath(path: string): string | undefined {
  const [folder = '', name = ''] = ['', ...path.split(/[/\\]/u)].slice(-2);
  return dayIn(name) ?? dayIn(folder);
}

/** Removes the day from a title or a name. */
export function withoutDay(text: string): string {
  const match = days.exec(text.slice(0, lineLength));
  const day = match === null ? undefined : isoDay(match);
  const cut = match === null || day === undefined ? text : cutOut(text, match.index, match[0].length);
  const rest = cut.replace(/^[\s:_–—-]+|[\s:_–—-]+$/gu, '');
  return rest.includes(' ') ? rest : rest.replaceAll(/[-_]/gu, ' ');
}

/**
 * Returns the date in the head of a Markdown text: a line `Date: …`, a row or column of a table, or a section of that
 * name. The result has a form that `parseDate` reads. A time in a zone that is known by its name only yields just the
 * day.
 */
export function dateOfHead(body: string): string | undefined {
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

/** Returns the labelled dates of a line, each with its label, which may name a zone. */
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

/** Removes the marks of lists, headings, quotations and bold type. */
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
  if (time === null || isElsewhere.test(text)) return day;
  const date = `${day} ${time[1]}${time[2]?.replace('GMT', 'UTC') ?? ''}`;
  return parseDate(date) === null ? day : date;
}

/** Returns undefined for a day that does not exist. */
function isoDay({ 0: text, groups }: RegExpExecArray): string | undefined {
  const [, digits = ''] = /(?:^|[^\d])(\d{1,2})(?!\d)/u.exec(text) ?? [];
  const monthAt = months.findIndex((name) => new RegExp(`\\b${name}`, 'iu').test(text));
  const day = groups?.year
    ? `${groups.year}-${groups.month}-${groups.day}`
    : `${text.slice(-4)}-${String(monthAt + 1).padStart(2, '0')}-${digits.padStart(2, '0')}`;
  return parseDate(day) === null ? undefined : day;
}

/** Cuts out a day with its brackets or preposition. */
function cutOut(text: string, at: number, length: number): string {
  const before = text.slice(0, at).replace(/(?:[([]|\b(?:on|of|from) )$/u, '');
  return before + text.slice(at + length).replace(/^[)\]]/u, '');
}
