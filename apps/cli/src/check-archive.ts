import type { ArchiveRow } from '@refrain/connectors';
import { AppError } from '@refrain/domain';

const skipsShown = 20;

export interface ArchiveCheckResult {
  readonly records: number;
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** Notes on columns that were ignored because other columns have the same meaning. */
  readonly notes: readonly string[];
}

export interface ColumnMap {
  /** Maps Refrain's column names to the column names in the file. */
  readonly map: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, string>>;
}

/**
 * Parses `<refrain-column>=<file-column>`, and `<refrain-column>==<text>` for the same text in every row.
 * @param kind has the same effect as `kind==<kind>`
 * @throws {AppError} `invalid_input` for any other form, and for a column that is mapped twice
 */
export function parseColumnMap(pairs: readonly string[], kind?: string): ColumnMap {
  const map = new Map<string, string>();
  const constants = new Map<string, string>(kind === undefined ? [] : [['kind', kind]]);
  for (const pair of pairs) {
    const [, column = '', sign, theirs = ''] = /^([^=]+)(==?)(.*)$/su.exec(pair) ?? [];
    if (theirs === '') {
      throw new AppError(
        'invalid_input',
        `--map ${pair}: write <refrain-column>=<file-column>, for example --map text=summary, or <refrain-column>==<text> for the same text in every row.`,
      );
    }
    if (map.has(column) || constants.has(column))
      throw new AppError('invalid_input', `--map maps ${column} twice: remove one of the two.`);
    (sign === '==' ? constants : map).set(column, theirs);
  }
  return { map: Object.fromEntries(map), constants: Object.fromEntries(constants) };
}

/**
 * Reads an archive to its end before anything is sent, so that nothing of an invalid archive is imported.
 * @throws {AppError} `invalid_input` or `too_large` if the archive is unreadable or has no valid row
 */
export async function checkArchive(
  path: string,
  read: (onNote: (note: string) => void) => AsyncIterable<ArchiveRow>,
  skipBroken = false,
): Promise<ArchiveCheckResult> {
  const notes: string[] = [];
  let records = 0;
  const skipped: { line: number; reason: string }[] = [];
  try {
    for await (const row of read((note) => notes.push(note))) {
      if ('record' in row) records += 1;
      else skipped.push({ line: row.line, reason: row.skipped });
    }
  } catch (error) {
    throw nameOption(error, skipBroken);
  }
  const [first] = skipped;
  if (records > 0 || !first) return { records, skipped, notes };
  const problem = `Nothing in ${path} can be imported: line ${first.line}: ${first.reason}`;
  throw new AppError('invalid_input', `${problem}${adviceFor(first.reason)}`);
}

function adviceFor(reason: string): string {
  if (/--day-first|--map/u.test(reason)) return '';
  return /a column that stands for|neither a title/u.test(reason)
    ? '; name your columns with --map, for example --map created=started_on'
    : '; correct it and try again';
}

/** Adds the option `--skip-broken` to the error's advice, or removes the advice if the option is set already. */
function nameOption(error: unknown, skipBroken: boolean): unknown {
  if (!(error instanceof AppError)) return error;
  const { code, message, context, cause } = error;
  const named = message.replace(/, or skip broken lines$/u, skipBroken ? '' : '$& with --skip-broken');
  return new AppError(code, named, { context, cause });
}

export async function* serialiseArchive(rows: AsyncIterable<ArchiveRow>): AsyncGenerator<string> {
  for await (const row of rows) if ('record' in row) yield JSON.stringify(row.record);
}

export function describeArchiveCheck(path: string, { records, skipped, notes }: ArchiveCheckResult): string {
  const shown = skipped.slice(0, skipsShown).map(({ line, reason }) => `\n  line ${line}: ${reason}`);
  const more = skipped.length > skipsShown ? `\n  … and ${skipped.length - skipsShown} more (--json has all)` : '';
  const noted = notes.map((note) => `\nNote: ${note}`);
  return `${records} records read from ${path}, ${skipped.length} skipped${skipped.length > 0 ? ':' : '.'}${shown.join('')}${more}${noted.join('')}`;
}
