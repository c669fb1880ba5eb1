import type { ArchiveRow } from '@refrain/connectors';
import { AppError } from '@refrain/domain';

/** How many skipped rows are printed one by one. */
const skipsShown = 20;

export interface ArchiveCheck {
  readonly records: number;
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** Columns that are not read because others stand for the same, as sentences. */
  readonly notes: readonly string[];
}

/**
 * What `--map created=started_on` says, from our column to the file's own.
 * @throws {AppError} `invalid_input`
 */
export function readMap(pairs: readonly string[]): Record<string, string> {
  const columns = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const [column, own] = [pair.slice(0, at), pair.slice(at + 1)];
    if (at < 1 || own === '') {
      throw new AppError('invalid_input', `--map ${pair}: write it as ours=yours, for example --map text=summary.`);
    }
    if (columns.has(column)) throw new AppError('invalid_input', `--map names ${column} twice: leave one out.`);
    columns.set(column, own);
  }
  return Object.fromEntries(columns);
}

/**
 * Reads an archive to its end, so that nothing of a bad one is sent.
 * @throws {AppError} `invalid_input` or `too_large` for what cannot be read, and where not a single row can be imported
 */
export async function checkArchive(
  path: string,
  read: (onNote: (note: string) => void) => AsyncIterable<ArchiveRow>,
  skipBroken = false,
): Promise<ArchiveCheck> {
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

/** What to do about a row that was skipped, where the reason does not say it itself. */
function adviceFor(reason: string): string {
  if (reason.includes('--day-first')) return '';
  return /a column that stands for|neither a title/u.test(reason)
    ? '; say with --map which column holds what, for example --map created=started_on'
    : '; correct it and try again';
}

/** The reader does not know our options; its advice gets the name of the one that it means, or goes where that is given. */
function nameOption(error: unknown, skipBroken: boolean): unknown {
  if (!(error instanceof AppError)) return error;
  const { code, message, context, cause } = error;
  const named = message.replace(/, or pass over broken lines$/u, skipBroken ? '' : '$& with --skip-broken');
  return new AppError(code, named, { context, cause });
}

export async function* serialiseArchive(rows: AsyncIterable<ArchiveRow>): AsyncGenerator<string> {
  for await (const row of rows) if ('record' in row) yield JSON.stringify(row.record);
}

export function describeCheck(path: string, { records, skipped, notes }: ArchiveCheck): string {
  const shown = skipped.slice(0, skipsShown).map(({ line, reason }) => `\n  line ${line}: ${reason}`);
  const more = skipped.length > skipsShown ? `\n  … and ${skipped.length - skipsShown} more (--json has all)` : '';
  const noted = notes.map((note) => `\nNote: ${note}`);
  return `${records} records read from ${path}, ${skipped.length} skipped${skipped.length > 0 ? ':' : '.'}${shown.join('')}${more}${noted.join('')}`;
}
