import { closeSync, createReadStream, fstatSync, openSync, renameSync, statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { createFileError } from './create-file-error.ts';

/** Maximum of bytes that are read from the end of a log. */
const maxRead = 64 * 1024;
/** Size in bytes from which the next start renames the log and begins a new one. */
const maxKept = 50 * 1024 * 1024;

/** The log lines of a process since one of its starts. Every start appends to the same file. */
export interface ProcessLog {
  readonly descriptor: number;
  close(): void;
  /** Returns the last log lines since the process started. Omits informational lines if there are others. */
  lastLines(count: number): Promise<string[]>;
}

export function openProcessLog(path: string): ProcessLog {
  moveAsideLarge(path);
  const descriptor = openFile(path);
  const { size: start } = fstatSync(descriptor);
  return {
    descriptor,
    close: () => closeSync(descriptor),
    async lastLines(count) {
      const lines = (await readEnd(path, start)).split('\n').filter((line) => line);
      const troubles = lines.filter((line) => !isInformation(line));
      return (troubles.length > 0 ? troubles : lines).slice(-count);
    },
  };
}

/** Reads the end of the log. @param start offset at which the log of this start begins; reset to 0 if the file was emptied */
async function readEnd(path: string, start: number): Promise<string> {
  try {
    const { size } = statSync(path);
    const from = Math.max(start <= size ? start : 0, size - maxRead);
    return await text(createReadStream(path, { start: from, end: size }));
  } catch {
    return '';
  }
}

function moveAsideLarge(path: string): void {
  try {
    if (statSync(path).size > maxKept) renameSync(path, `${path}.1`);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw createFileError('write', path, thrown);
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch (thrown) {
    throw createFileError('write', path, thrown);
  }
}

/**
 * Returns the first error of a failed start, because later errors only say how PostgreSQL ended. Returns the last line
 * if no line is an error.
 */
export function findStartFailureCause(lines: readonly string[]): string | undefined {
  return lines.find((line) => /\b(?:FATAL|PANIC|error):/u.test(line)) ?? lines.at(-1);
}

/** Recognises JSON of a pino level below 40 (warning). Uncaught errors are plain text. */
function isInformation(line: string): boolean {
  const level = /^\{"level":(\d+)/u.exec(line)?.[1];
  return level !== undefined && Number(level) < 40;
}
