import { access, constants, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError, type RawRecord } from '@refrain/domain';
import { digestOf } from '../records/delivery-key.ts';
import { createColumnReader } from './columns.ts';
import { readCsvRows } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readMarkdownFolder } from './read-markdown.ts';
import { archiveRecord } from './records.ts';
import type { ArchiveIncident } from './schema.ts';
import type { SourceRow } from './source-row.ts';

/** The most characters of an id in a message. */
const maxShownLength = 100;

export interface ArchiveOptions {
  /** Maps a canonical column (`created`) to the file's own (`started_on`), if the usual names do not match. */
  readonly map: Readonly<Record<string, string>>;
  /**
   * Maps a canonical column to the text that every row has there, such as `reverted_change` for `kind`; empty by
   * default.
   */
  readonly constants?: Readonly<Record<string, string>>;
  /** Skips a line that is broken or too long instead of refusing the file. */
  readonly skipBroken: boolean;
  /** Reads dates with slashes as `DD/MM/YYYY`; false by default. */
  readonly dayFirst?: boolean;
  /** The present in milliseconds; this machine's clock by default. */
  readonly now?: number;
  /** Called once for each column that is ignored in favour of another, and once if links are dropped. */
  readonly onNote?: (note: string) => void;
}

/** `line` counts from 1; in a folder it counts the files, and the reason names the file. */
export type ArchiveRow =
  | { readonly line: number; readonly record: RawRecord }
  | { readonly line: number; readonly skipped: string };

/**
 * Reads past failures from a `.jsonl`, `.ndjson` or `.csv` file, or a folder of Markdown post-mortems, row by row. A
 * file of any size takes the memory of one row, and a row may have 10 MB.
 * @throws {AppError} `invalid_input` or `too_large`, always with the line and what to do. A mapped column that no row
 * has is reported after the last row, so the caller must store all rows or none
 */
export async function* readArchive(path: string, options: ArchiveOptions): AsyncIterable<ArchiveRow> {
  const { map, constants = {}, dayFirst = false, now = Date.now(), onNote = () => {} } = options;
  const columns = createColumnReader({ map, constants, dayFirst, now, onNote });
  const ids = createIdCheck();
  let rows = 0;
  for await (const row of await openRows(path, options.skipBroken)) {
    rows += 1;
    if ('broken' in row) {
      yield { line: row.line, skipped: row.broken };
      continue;
    }
    const result = columns.read(row.values);
    const reason = 'reason' in result ? result.reason : ids.findConflict(result.incident, row.line);
    if (reason !== null) yield { line: row.line, skipped: row.where ? `${row.where}: ${reason}` : reason };
    else if ('incident' in result) yield { line: row.line, record: archiveRecord(result.incident) };
  }
  if (rows === 0) throw new AppError('invalid_input', `${path} is empty: there is nothing to import`);
  columns.checkMap();
}

interface IdCheck {
  /** Returns why a row conflicts with the rows before it; null if it does not. */
  findConflict(incident: ArchiveIncident, line: number): string | null;
}

/**
 * Creates a check for duplicate ids. Two rows with the same id would be one failure, and the later would replace the
 * earlier.
 */
function createIdCheck(): IdCheck {
  const seen = new Map<string, { readonly line: number; readonly content: string }>();
  return {
    findConflict(incident, line) {
      const id = digestOf(incident.id);
      const content = digestOf(JSON.stringify(incident));
      const former = seen.get(id);
      if (former === undefined) {
        seen.set(id, { line, content });
        return null;
      }
      if (former.content === content) return `it is the same as line ${former.line}`;
      return `its id “${incident.id.slice(0, maxShownLength)}” is that of line ${former.line} already; say with --map id=… which column differs in every row`;
    },
  };
}

async function openRows(path: string, skipBroken: boolean): Promise<AsyncIterable<SourceRow>> {
  const refuse = (thrown: NodeJS.ErrnoException): never => {
    const reason = thrown.code === 'ENOENT' ? 'does not exist' : `cannot be opened (${thrown.code})`;
    throw new AppError('invalid_input', `${path} ${reason}: check the path and its permissions`);
  };
  await access(path, constants.R_OK).catch(refuse);
  const found = await stat(path).catch(refuse);
  if (found.isDirectory()) return readMarkdownFolder(path, skipBroken);
  // Opening a named pipe would wait for a writer, perhaps forever.
  if (!found.isFile()) throw new AppError('invalid_input', `${path} is no regular file: save it as one first`);
  switch (extname(path).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return readJsonLines(path, skipBroken);
    case '.csv':
      return readCsvRows(path, skipBroken);
  }
  throw new AppError(
    'invalid_input',
    `${path} is of no known kind: use a .jsonl, .ndjson or .csv file, or a folder of Markdown files`,
  );
}
