import { AppError, FailureKind, pickCoarserPrecision } from '@refrain/domain';
import { isFullName } from '../people/list-names-of-people.ts';
import { createShortHash } from '../records/delivery-key.ts';
import { parseHttpUrl } from '../records/parse-http-url.ts';
import { describeImplausibleDate } from '../records/plausible-dates.ts';
import { cellToList, cellToText, groupCellsByName, isEmptyCell, joinDistinctTexts } from './cells.ts';
import { isValidOnlyWithDayFirst, parseDate } from './parse-date.ts';
import { ArchiveIncident } from './schema.ts';

/** The column names that are recognised for each canonical column, in order of preference. */
const aliases = {
  id: ['id', 'key', 'incident_id', 'number', 'slug'],
  title: ['title', 'name', 'subject', 'headline'],
  text: ['text', 'description', 'body', 'summary', 'content', 'details'],
  created: [
    'created',
    'created_at',
    'start',
    'started',
    'started_at',
    'start_time',
    'opened',
    'opened_at',
    'occurred_at',
    'begin',
    'date',
  ],
  resolved: ['resolved', 'resolved_at', 'end', 'ended', 'ended_at', 'end_time', 'closed', 'closed_at'],
  services: [
    'services',
    'service',
    'service_name',
    'affected_services',
    'affected_products',
    'components',
    'component',
    'categories',
  ],
  repository: ['repository', 'repo'],
  severity: ['severity', 'priority', 'impact', 'urgency'],
  url: ['url', 'html_url', 'link'],
  kind: ['kind'],
  // Names of columns that hold names of people. Columns that may hold a team, such as `owner`, are not listed.
  people: [
    ...['people', 'participants', 'assignee', 'assigned_to', 'reporter', 'reported_by', 'created_by', 'resolved_by'],
    ...['author', 'commander', 'incident_commander'],
  ],
} as const;

export const dateColumns: readonly string[] = aliases.created;

type Column = keyof typeof aliases;
const canonical = Object.keys(aliases) as Column[];

const maxPeople = 50;
/** Maximum number of column names that are remembered. Limits memory if every row has different column names. */
const maxNames = 200;

type ReadRow = { readonly incident: ArchiveIncident } | { readonly reason: string };

export interface ColumnReaderOptions {
  /** Maps a canonical column, such as `created`, to a column of the file, such as `started_on`. */
  readonly map: Readonly<Record<string, string>>;
  /** Maps a canonical column to one text for all rows, such as `kind` to `reverted_change`. */
  readonly constants: Readonly<Record<string, string>>;
  /** Whether dates with slashes are `DD/MM/YYYY` and not `MM/DD/YYYY`. */
  readonly dayFirst: boolean;
  /** The current time in milliseconds. Rows dated more than a day after it are skipped. */
  readonly now: number;
  /** Called once for each column that is ignored in favour of another column, and once if invalid URLs are dropped. */
  readonly onNote: (note: string) => void;
}

export interface ColumnReader {
  read(values: Readonly<Record<string, unknown>>): ReadRow;
  /** @throws {AppError} `invalid_input` if a mapped column was missing from all rows read so far */
  checkMap(): void;
}

/** Throws `invalid_input` for an unknown canonical column in `map` or `constants`, or an unknown constant `kind`. */
export function createColumnReader({ map, constants, dayFirst, now, onNote }: ColumnReaderOptions): ColumnReader {
  const unknown = Object.keys({ ...map, ...constants }).filter((name) => !Object.hasOwn(aliases, name));
  if (unknown.length > 0) {
    throw new AppError(
      'invalid_input',
      `The archive format has no column ${unknown.join(', ')}: choose from ${canonical.join(', ')}`,
    );
  }
  if (constants.kind !== undefined && !FailureKind.safeParse(constants.kind).success)
    throw new AppError(
      'invalid_input',
      `The kind ${quoteName(constants.kind)} is unknown: choose from ${FailureKind.options.join(', ')}`,
    );
  const seenNames = new Set<string>();
  const noted = new Set<string>();
  const noteOnce = (note: string) => {
    if (noted.has(note) || noted.size >= maxNames) return;
    noted.add(note);
    onNote(note);
  };
  return {
    read(values) {
      for (const name of Object.keys(values)) if (seenNames.size < maxNames) seenNames.add(name);
      return readRow(createRow(values, map, constants), { dayFirst, now }, noteOnce);
    },
    checkMap() {
      const absent = Object.values(map).filter((name) => !seenNames.has(name));
      if (absent.length === 0) return;
      throw new AppError(
        'invalid_input',
        `No row has the column ${absent.map(quoteName).join(', ')}: choose from ${[...seenNames].map(quoteName).join(', ')}`,
      );
    },
  };
}

interface Cell {
  readonly name: string;
  readonly value: unknown;
}

interface Row {
  cells(column: Column): readonly Cell[];
  /** Returns the row's non-empty text cells in file order, without those that `map` assigns to another column. */
  texts(): readonly Cell[];
  readonly names: readonly string[];
}

function createRow(
  values: Readonly<Record<string, unknown>>,
  map: Readonly<Record<string, string>>,
  constants: Readonly<Record<string, string>>,
): Row {
  const byName = groupCellsByName(Object.entries(values).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const mappedNames = new Set(Object.values(map).map((name) => name.trim().toLowerCase()));
  const cells = (column: Column): Cell[] => {
    const constant = constants[column];
    if (constant !== undefined) return [{ name: column, value: constant }];
    const mapped = map[column];
    if (mapped !== undefined) return Object.hasOwn(values, mapped) ? [{ name: mapped, value: values[mapped] }] : [];
    return aliases[column].filter((name) => byName.has(name)).map((name) => ({ name, value: byName.get(name) }));
  };
  return {
    cells,
    texts() {
      const filled = cells('text').filter(({ value }) => !isEmptyCell(value));
      if (filled.length < 2) return filled;
      const order = [...byName.keys()];
      const free = filled.filter(({ name }) => !mappedNames.has(name));
      return (free.length > 0 ? free : filled).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    },
    names: Object.keys(values),
  };
}

function readRow(
  row: Row,
  { dayFirst, now }: Pick<ColumnReaderOptions, 'dayFirst' | 'now'>,
  note: (note: string) => void,
): ReadRow {
  const read = (column: Column): unknown => {
    const [first, ...others] = row.cells(column).filter(({ value }) => !isEmptyCell(value));
    for (const { name, value } of others) {
      if (cellToText(value).trim() === cellToText(first?.value).trim()) continue;
      note(`the column "${name}" is not read where "${first?.name}" is filled; choose with --map ${column}=${name}`);
    }
    return first?.value;
  };
  const { title, text } = readTitleAndText(cellToText(read('title')).trim(), row.texts());
  if (title === '') return { reason: 'it has neither a title nor a text' };
  const dates = { created: read('created'), resolved: read('resolved') };
  const created = parseDate(dates.created, dayFirst);
  if (created === null) return { reason: dateProblem('created', dates.created, row, dayFirst) };
  const resolved = parseDate(dates.resolved, dayFirst);
  if (resolved === null && !isEmptyCell(dates.resolved)) {
    return { reason: dateProblem('resolved', dates.resolved, row, dayFirst) };
  }
  for (const [column, date] of Object.entries({ created, resolved })) {
    const implausible = date === null ? null : describeImplausibleDate(date.at, now);
    if (implausible !== null) return { reason: `its "${column}" date ${date?.at.slice(0, 10)} ${implausible}` };
  }
  const kind = FailureKind.safeParse(read('kind') ?? 'incident');
  if (!kind.success) return { reason: `its kind is none of ${FailureKind.options.join(', ')}` };
  const id = cellToText(read('id')).trim().slice(0, 500) || createShortHash(`${title}\n${created.at}`);
  const incident = {
    id,
    kind: kind.data,
    title: title.slice(0, 1_000),
    text,
    created: created.at,
    resolved: resolved !== null && resolved.at >= created.at ? resolved.at : null,
    precision: resolved === null ? created.precision : pickCoarserPrecision(created.precision, resolved.precision),
    services: cellToList(read('services')),
    repository: cellToText(read('repository')).trim() || null,
    severity: cellToText(read('severity')).trim() || null,
    url: readUrl(read('url'), note),
    ...peopleOf(row),
  };
  const [problem] = ArchiveIncident.safeParse(incident).error?.issues ?? [];
  return problem === undefined ? { incident } : { reason: `its "${problem.path[0]?.toString()}" ${problem.message}` };
}

/** Reads a URL. If it is invalid, adds a note and returns null, because the rest of the row is still useful. */
function readUrl(value: unknown, note: (note: string) => void): string | null {
  const url = parseHttpUrl(cellToText(value));
  if (url === null && !isEmptyCell(value)) note('each "url" that does not begin with https:// or http:// is dropped');
  return url;
}

function peopleOf(row: Row): Pick<ArchiveIncident, 'people'> {
  const named = row.cells('people').flatMap(({ value }) => cellToList(value));
  const people = [...new Set(named.filter(isFullName))].slice(0, maxPeople);
  return people.length === 0 ? {} : { people };
}

/** Without a title, uses the summary as the title. A summary of several lines also stays in the text. */
function readTitleAndText(title: string, texts: readonly Cell[]): { title: string; text: string } {
  const all = joinDistinctTexts(texts.map(({ value }) => cellToText(value)));
  if (title !== '') return { title, text: all };
  const summary = texts.length > 1 ? texts.find(({ name }) => name === 'summary') : undefined;
  if (summary === undefined) return { title: firstLine(all), text: all };
  const whole = cellToText(summary.value).trim();
  const first = firstLine(whole);
  if (first !== whole) return { title: first, text: all };
  return {
    title: first,
    text: joinDistinctTexts(texts.filter((cell) => cell !== summary).map(({ value }) => cellToText(value))),
  };
}

function dateProblem(column: Column, value: unknown, row: Row, dayFirst: boolean): string {
  if (isEmptyCell(value)) {
    const [known] = row.cells(column);
    if (known !== undefined) return `it has no date: the cell ${quoteName(known.name)} is empty`;
    const names = row.names.slice(0, 30).map(quoteName).join(', ');
    return `it has no date in a column that stands for "${column}" (its columns: ${names})`;
  }
  const text = cellToText(value);
  return `its "${column}" date ${quoteName(text.slice(0, 60))} cannot be read: ${dateAdvice(text, dayFirst)}`;
}

function dateAdvice(text: string, dayFirst: boolean): string {
  if (!isValidOnlyWithDayFirst(text, dayFirst)) {
    const slashes = dayFirst ? 'DD/MM/YYYY' : 'MM/DD/YYYY';
    return `use YYYY-MM-DD or ${slashes}, alone or with HH:MM and a time zone (without one it counts as UTC), or YYYY-MM`;
  }
  return dayFirst
    ? '--day-first reads dates with slashes as DD/MM/YYYY; omit it if the month comes first'
    : 'dates with slashes are read as MM/DD/YYYY; add --day-first if the day comes first';
}

function firstLine(text: string): string {
  const start = text.trimStart().slice(0, 2_000);
  const end = start.indexOf('\n');
  return (end === -1 ? start : start.slice(0, end))
    .replace(/^#{1,6}\s+/u, '')
    .trim()
    .slice(0, 200);
}

/** Quotes and shortens a name from a file, so that a message stays on one line. */
function quoteName(name: string): string {
  return JSON.stringify(name.length <= 60 ? name : `${name.slice(0, 60)}…`);
}
