import type { ArchiveRow } from '@refrain/connectors';
import { AppError } from '@refrain/domain';

const skipsShown = 20;

export interface ArchiveCheckResult {
  readonly records: number;
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** Notes on columns that were ignored because other columns have the same meaning. */
  readonly notes: readonly string[];
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
  return /no column is read as|neither a title/u.test(reason)
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
