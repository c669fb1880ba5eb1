import type { ArchiveRow } from '@refrain/connectors';
import { AppError, type ImportProblem } from '@refrain/domain';
import { describeProblem } from './describe-problem.ts';

const problemsShown = 20;

export interface ArchiveCheckResult {
  readonly records: number;
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** The reasons of the skipped rows, the most frequent first. */
  readonly problems: readonly ImportProblem[];
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
  const { createProblemGroups } = await import('@refrain/connectors');
  const problems = createProblemGroups();
  const notes: string[] = [];
  let records = 0;
  const skipped: { line: number; reason: string }[] = [];
  try {
    for await (const row of read((note) => notes.push(note))) {
      if ('record' in row) {
        records += 1;
        continue;
      }
      skipped.push({ line: row.line, reason: row.skipped });
      problems.add(row);
    }
  } catch (error) {
    throw nameOption(error, skipBroken);
  }
  const [first] = skipped;
  if (records > 0 || !first) return { records, skipped, problems: problems.result(), notes };
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

export function describeArchiveCheck(path: string, { records, skipped, problems, notes }: ArchiveCheckResult): string {
  const shown = problems.slice(0, problemsShown).map((problem) => `\n  ${describeProblem(problem)}`);
  const hidden = problems.length - shown.length;
  const more = hidden > 0 ? `\n  … and ${hidden} more problems (--json has all)` : '';
  const noted = notes.map((note) => `\nNote: ${note}`);
  return `${records} records read from ${path}, ${skipped.length} skipped${skipped.length > 0 ? ':' : '.'}${shown.join('')}${more}${noted.join('')}`;
}
