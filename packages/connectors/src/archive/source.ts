import { access, constants, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError, type RawRecord } from '@refrain/domain';
import { createShortHash } from '../records/delivery-key.ts';
import { createArchiveFile } from './archive-file.ts';
import { type ColumnReaderOptions, createColumnReader } from './columns.ts';
import { commandLineAdvice, type ImportAdvice } from './import-advice.ts';
import { inspectColumns, mapGuessedColumns } from './inspect-columns.ts';
import { readCsvRows } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readMarkdownFolder } from './read-markdown.ts';
import type { RejectedRow } from './rejected-rows.ts';
import { type ArchiveIncident, createArchiveRecord } from './schema.ts';
import type { SkipReason } from './skip-reason.ts';
import type { UnparsedRow } from './unparsed-row.ts';

export interface ArchiveOptions extends Pick<ColumnReaderOptions, 'map'>, Partial<Omit<ColumnReaderOptions, 'map'>> {
  readonly skipBroken: boolean;
  /** Called with each row that cannot be imported, except rows that are equal to an earlier row. */
  readonly onReject?: (row: RejectedRow) => void;
}

/**
 * One row, or one file of a folder. `line` counts the rows or files from 1; `skipped` says why it was not imported, and
 * `repeated` tells that it is equal to an earlier row.
 */
export type ArchiveRow = { readonly line: number; readonly record: RawRecord } | SkippedRow;

export interface SkippedRow extends Pick<SkipReason, 'shared'> {
  readonly line: number;
  readonly skipped: string;
  readonly repeated?: boolean;
}

/** Reads a file or a folder. Fields that no column name reveals are guessed from the values, unless `map` has them. */
export async function* readArchive(path: string, options: ArchiveOptions): AsyncIterable<ArchiveRow> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  const guessed = isFolder ? {} : mapGuessedColumns(await inspectColumns(await openRows(path)));
  const constants = options.constants ?? {};
  const free = Object.entries(guessed).filter(([field]) => !Object.hasOwn(constants, field));
  yield* readArchiveRows(await openRows(path), path, {
    ...options,
    map: { ...Object.fromEntries(free), ...options.map },
  });
}

/**
 * Holds one row in memory at a time; a row may have 10 MB. Throws only after the last row if no row has a mapped
 * column, so callers must store all rows or none.
 */
export async function* readArchiveRows(
  unparsed: AsyncIterable<UnparsedRow>,
  name: string,
  options: ArchiveOptions,
): AsyncIterable<ArchiveRow> {
  const { map, constants = {}, dayFirst = false, now = Date.now(), onNote = () => {} } = options;
  const { advice = commandLineAdvice, onReject = () => {} } = options;
  const columns = createColumnReader({ map, constants, dayFirst, now, onNote, advice });
  const findConflict = createConflictFinder(advice);
  const reject = ({ line, values = {}, where }: RowToReject, conflict: Conflict): ArchiveRow => {
    if (!conflict.repeated) onReject({ line, problem: conflict.reason, values });
    return { line, ...skip(conflict, where) };
  };
  let rows = 0;
  for await (const row of unparsed) {
    rows += 1;
    if ('broken' in row) {
      if (!options.skipBroken) throw row.error;
      yield reject(row, { reason: row.broken });
      continue;
    }
    const result = columns.read(row.values, row.where !== undefined);
    const conflict = 'reason' in result ? result : findConflict(result.incident, row.line);
    if (conflict !== null) yield reject(row, conflict);
    else if ('incident' in result) yield { line: row.line, record: createArchiveRecord(result.incident) };
  }
  if (rows === 0) throw new AppError('invalid_input', `${name} has no rows, so there is nothing to import`);
  columns.checkMap();
}

interface RowToReject {
  readonly line: number;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly where?: string;
}

interface Conflict extends SkipReason {
  readonly repeated?: boolean;
}

/** @param where the name of the file if the row is a file of a folder */
function skip({ reason, ...conflict }: Conflict, where: string | undefined): Omit<SkippedRow, 'line'> {
  if (where === undefined) return { skipped: reason, ...conflict };
  return {
    skipped: `${where}: ${reason}`,
    ...conflict,
    shared: { problem: conflict.shared?.problem ?? reason, example: where },
  };
}

/** Creates a function that tells why a row with the id of an earlier row is skipped; null for a new id. */
function createConflictFinder(advice: ImportAdvice): (incident: ArchiveIncident, line: number) => Conflict | null {
  const seen = new Map<string, { readonly line: number; readonly content: string }>();
  return (incident, line) => {
    const id = createShortHash(incident.id);
    const content = createShortHash(JSON.stringify(incident));
    const former = seen.get(id);
    if (former === undefined) {
      seen.set(id, { line, content });
      return null;
    }
    if (former.content === content) return { reason: `it is the same as line ${former.line}`, repeated: true };
    const example = `“${incident.id.slice(0, 100)}”`;
    return {
      reason: `its id ${example} is already used in line ${former.line}; ${advice.chooseUniqueId}`,
      shared: { problem: `its id is already used in an earlier line; ${advice.chooseUniqueId}`, example },
    };
  };
}

async function openRows(path: string): Promise<AsyncIterable<UnparsedRow>> {
  const refuse = (thrown: NodeJS.ErrnoException): never => {
    const reason = thrown.code === 'ENOENT' ? 'does not exist' : `cannot be opened (${thrown.code})`;
    throw new AppError('invalid_input', `${path} ${reason}: check the path and its permissions`);
  };
  await access(path, constants.R_OK).catch(refuse);
  const found = await stat(path).catch(refuse);
  if (found.isDirectory()) return readMarkdownFolder(path);
  // Opening a named pipe would wait for a writer, perhaps forever.
  if (!found.isFile())
    throw new AppError('invalid_input', `${path} is not a regular file: save its content to a file first`);
  switch (extname(path).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return readJsonLines(createArchiveFile(path));
    case '.csv':
      return readCsvRows(createArchiveFile(path));
  }
  throw new AppError(
    'invalid_input',
    `${path} has an unsupported file type: use a .jsonl, .ndjson or .csv file, or a folder of Markdown files`,
  );
}
