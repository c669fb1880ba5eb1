import { AppError, type ArchiveField, FailureKind, pickCoarserPrecision } from '@refrain/domain';
import { isFullName } from '../people/list-names-of-people.ts';
import { createShortHash } from '../records/delivery-key.ts';
import { parseHttpUrl } from '../records/parse-http-url.ts';
import { describeImplausibleDate } from '../records/plausible-dates.ts';
import { cellToList, cellToText, groupCellsByName, isEmptyCell, joinDistinctTexts } from './cells.ts';
import { fieldAliases, findTextSection } from './field-aliases.ts';
import type { ImportAdvice } from './import-advice.ts';
import { normaliseColumnName } from './normalise-column-name.ts';
import { isValidOnlyWithDayFirst, parseDate } from './parse-date.ts';
import { ArchiveIncident } from './schema.ts';
import type { SkipReason } from './skip-reason.ts';

const maxPeople = 50;
/** Maximum number of column names that are remembered. Limits memory if every row has different column names. */
const maxNames = 200;

type ReadRow = { readonly incident: ArchiveIncident } | SkipReason;

export interface ColumnReaderOptions {
  /**
   * Maps a field, such as `created`, to columns of the file, such as `started_on`. The first filled column counts; texts are
   * joined. A field that is mapped to no column stays empty. Any other field is read from columns with a usual name.
   */
  readonly map: Readonly<Record<string, readonly string[]>>;
  /** Maps a field to one text for all rows, such as `kind` to `reverted_change`. */
  readonly constants: Readonly<Record<string, string>>;
  /** Whether dates with slashes are `DD/MM/YYYY` and not `MM/DD/YYYY`. */
  readonly dayFirst: boolean;
  /** The current time in milliseconds. Rows dated more than a day after it are skipped. */
  readonly now: number;
  /** Called once for each column that is ignored in favour of another column, and once if invalid URLs are dropped. */
  readonly onNote: (note: string) => void;
  readonly advice: ImportAdvice;
}

export interface ColumnReader {
  /** @param isMarkdown whether the values are those of a Markdown file, which has a heading and a text instead of columns */
  read(values: Readonly<Record<string, unknown>>, isMarkdown?: boolean): ReadRow;
  /** @throws {AppError} `invalid_input` if a mapped column was missing from all rows read so far */
  checkMap(): void;
}

/** Throws `invalid_input` for an unknown field in `map` or `constants`, or an unknown constant `kind`. */
export function createColumnReader(options: ColumnReaderOptions): ColumnReader {
  const { map, constants, onNote } = options;
  const unknown = Object.keys({ ...map, ...constants }).filter((name) => !Object.hasOwn(fieldAliases, name));
  if (unknown.length > 0) {
    throw new AppError(
      'invalid_input',
      `The archive format has no column ${unknown.join(', ')}: choose from ${Object.keys(fieldAliases).join(', ')}`,
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
    read(values, isMarkdown = false) {
      for (const name of Object.keys(values)) if (seenNames.size < maxNames) seenNames.add(name);
      return readRow(createRow(values, map, constants, isMarkdown), options, noteOnce);
    },
    checkMap() {
      const absent = Object.values(map)
        .flat()
        .filter((name) => !seenNames.has(name));
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
  cells(column: ArchiveField): readonly Cell[];
  /** Returns the row's non-empty text cells in file order, without those that `map` assigns to another column. */
  texts(): readonly Cell[];
  readonly names: readonly string[];
  readonly isMarkdown: boolean;
}

function createRow(
  values: Readonly<Record<string, unknown>>,
  map: Readonly<Record<string, readonly string[]>>,
  constants: Readonly<Record<string, string>>,
  isMarkdown: boolean,
): Row {
  const byName = groupCellsByName(Object.entries(values).map(([name, value]) => [normaliseColumnName(name), value]));
  const mappedNames = new Set(Object.values(map).flat().map(normaliseColumnName));
  const cells = (column: ArchiveField): Cell[] => {
    const constant = constants[column];
    if (constant !== undefined) return [{ name: column, value: constant }];
    const mapped = map[column];
    if (mapped !== undefined)
      return mapped.filter((name) => Object.hasOwn(values, name)).map((name) => ({ name, value: values[name] }));
    return fieldAliases[column].filter((name) => byName.has(name)).map((name) => ({ name, value: byName.get(name) }));
  };
  return {
    cells,
    texts() {
      const filled = cells('text').filter(({ value }) => !isEmptyCell(value));
      if (filled.length < 2) return filled;
      const order = [...byName.keys()];
      if (map.text !== undefined) return filled;
      const free = filled.filter(({ name }) => !mappedNames.has(name));
      return (free.length > 0 ? free : filled).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    },
    names: Object.keys(values),
    isMarkdown,
  };
}

function readRow(row: Row, { dayFirst, now, advice }: ColumnReaderOptions, note: (note: string) => void): ReadRow {
  const read = (column: ArchiveField): unknown => {
    const [first, ...others] = row.cells(column).filter(({ value }) => !isEmptyCell(value));
    for (const { name, value } of others) {
      if (cellToText(value).trim() === cellToText(first?.value).trim()) continue;
      note(`the column "${name}" is not read where "${first?.name}" is filled; ${advice.chooseColumn(column, name)}`);
    }
    return first?.value;
  };
  const { title, text } = readTitleAndText(cellToText(read('title')).trim(), row.texts());
  if (title === '') return { reason: 'it has neither a title nor a text' };
  const dates = { created: read('created'), resolved: read('resolved') };
  const created = parseDate(dates.created, dayFirst);
  if (created === null) return dateProblem('created', dates.created, row, { dayFirst, advice });
  const resolved = parseDate(dates.resolved, dayFirst);
  if (resolved === null && !isEmptyCell(dates.resolved))
    return dateProblem('resolved', dates.resolved, row, { dayFirst, advice });
  for (const [column, date] of Object.entries({ created, resolved })) {
    const problem = date === null ? null : describeImplausibleDate(date.at, now);
    if (date !== null && problem !== null)
      return describeDate(advice.dateNames[column as 'created' | 'resolved'], date.at.slice(0, 10), problem);
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

/** Writes the text of a cell, below a heading if its column holds a part of a report. */
function writeText({ name, value }: Cell): string {
  const text = cellToText(value);
  const heading = findTextSection(name);
  return heading === null || text.trim() === '' ? text : `## ${heading}\n\n${text}`;
}

/** Without a title, uses the summary as the title. A summary of several lines also stays in the text. */
function readTitleAndText(title: string, texts: readonly Cell[]): { title: string; text: string } {
  const all = joinDistinctTexts(texts.map(writeText));
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

const markdownDateProblem =
  'it has no date; add a line such as "Date: 2026-03-14" below its heading, or name the file like 2026-03-14-disk-full.md';

type DateOptions = Pick<ColumnReaderOptions, 'dayFirst' | 'advice'>;

function dateProblem(column: 'created' | 'resolved', value: unknown, row: Row, options: DateOptions): SkipReason {
  if (isEmptyCell(value)) {
    if (row.isMarkdown) return { reason: markdownDateProblem };
    const [known] = row.cells(column);
    if (known !== undefined) return { reason: `it has no date: the cell ${quoteName(known.name)} is empty` };
    const names = row.names.slice(0, 30).map(quoteName).join(', ');
    return {
      reason: `it has no date: no column is read as ${options.advice.dateNames[column]} (its columns: ${names})`,
    };
  }
  const text = cellToText(value);
  const problem = `cannot be read: ${dateAdvice(text, options)}`;
  return describeDate(options.advice.dateNames[column], quoteName(text.slice(0, 60)), problem);
}

function describeDate(name: string, example: string, problem: string): SkipReason {
  return {
    reason: `its ${name} date ${example} ${problem}`,
    shared: { problem: `its ${name} date ${problem}`, example },
  };
}

function dateAdvice(text: string, { dayFirst, advice }: DateOptions): string {
  if (!isValidOnlyWithDayFirst(text, dayFirst)) {
    const slashes = dayFirst ? 'DD/MM/YYYY' : 'MM/DD/YYYY';
    return `use YYYY-MM-DD or ${slashes}, alone or with HH:MM and a time zone (without one it counts as UTC), or YYYY-MM`;
  }
  return dayFirst ? advice.monthComesFirst : advice.dayComesFirst;
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
