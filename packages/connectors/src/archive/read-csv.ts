import { text } from 'node:stream/consumers';
import { AppError } from '@refrain/domain';
import { CsvError, parse } from 'csv-parse';
import type { ArchiveFile } from './archive-file.ts';
import { groupCellsByName } from './cells.ts';
import { createRowTooLongError, maxRowBytes, type UnparsedRow } from './unparsed-row.ts';

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV file. Stops at an unclosed quote or a row that is too long, because the start of the next row is unknown.
 */
export async function* readCsvRows(file: ArchiveFile): AsyncIterable<UnparsedRow> {
  const delimiter = findDelimiter(await text(file.open(headerBytes)));
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: maxRowBytes,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const input = file.open();
  input.on('error', (error) => parser.destroy(error));
  let names: string[] | null = null;
  try {
    for await (const { record, info } of input.pipe(parser) as AsyncIterable<ParsedRow>) {
      if (names === null) {
        names = record.map((name) => name.trim());
      } else if (record.length === names.length) {
        const entries = names.map((name, index) => [name, record[index] ?? ''] as const);
        yield { line: info.lines, values: Object.fromEntries(groupCellsByName(entries)) };
      } else {
        const separated = delimiter === ',' ? '' : ` (separated by ${delimiters[delimiter]})`;
        const broken = `it has ${record.length} cells instead of ${names.length}${separated}`;
        const problem = `Line ${info.lines} of ${file.name} is broken: ${broken}; correct it, or skip broken lines`;
        yield {
          line: info.lines,
          broken,
          error: new AppError('invalid_input', problem),
          values: nameCells(record, names),
        };
      }
    }
  } catch (thrown) {
    throw thrown instanceof CsvError ? errorOf(file.name, thrown) : thrown;
  } finally {
    input.destroy();
    parser.destroy();
  }
}

/** Names the cells of a row with too few or too many cells. */
function nameCells(cells: readonly string[], names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(cells.map((cell, at) => [names[at] ?? `extra_${at - names.length + 1}`, cell]));
}

const headerBytes = 64 * 1024;

/** The separators with their names in messages. If two are equally frequent, the first counts. */
const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' } as const;
type Delimiter = keyof typeof delimiters;

/** Returns the most frequent separator outside quotes in the first non-empty line; a comma if there is none. */
function findDelimiter(start: string): Delimiter {
  const [header = ''] = start
    .trimStart()
    .replaceAll(/"[^"]*"/gu, '')
    .split(/[\r\n]/u, 1);
  const counted = (Object.keys(delimiters) as Delimiter[]).map((delimiter) => ({
    delimiter,
    times: header.split(delimiter).length - 1,
  }));
  return counted.reduce((best, one) => (one.times > best.times ? one : best)).delimiter;
}

function errorOf(name: string, error: CsvError): AppError {
  const lines = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
  const where = lines === null ? name : `The row at line ${lines} of ${name}`;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return createRowTooLongError(where);
  return new AppError('invalid_input', `${where} is not valid CSV (${error.code}): check its quotes and separators`);
}
