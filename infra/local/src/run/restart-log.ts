import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { AppError, type RestartLogEntry } from '@refrain/domain';
import { createFileError } from '../servers/create-file-error.ts';
import type { SupervisionEvent } from '../servers/supervise-process.ts';

export type SupervisionEventReporter = (name: string, logFile: string) => (event: SupervisionEvent) => void;

const linesKept = 200;

/**
 * Prints the events of supervised processes on the terminal, and appends them to a file that `refrain doctor` reads.
 * @throws {AppError} `misconfigured` if the file cannot be read
 */
export function openRestartLog(
  path: string,
  print: (line: string) => void,
  onGiveUp: (error: AppError) => void,
): SupervisionEventReporter {
  const record = (process: string, event: RestartLogEntry['event'], detail: string) => {
    const entry: RestartLogEntry = { at: new Date().toISOString(), process, event, detail: detail.slice(0, 1_000) };
    try {
      appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    } catch (thrown) {
      // The disk may be full, which must not prevent a restart.
      print(`${createFileError('write', path, thrown).message} refrain doctor will not know of this.`);
    }
  };
  dropOldLines(path);
  record('Refrain', 'started', '');
  return (name, logFile) => (event) => {
    for (const line of describeEvent(name, logFile, event)) print(line);
    record(name, event.type === 'hung' ? 'ended' : event.type, detailOf(event));
    if (event.type !== 'gave_up') return;
    onGiveUp(
      new AppError(
        'unavailable',
        `${name} failed ${event.failures} times in a row. Refrain stops: see ${logFile}, correct the cause, and start again.`,
      ),
    );
  };
}

function describeEvent(name: string, logFile: string, event: SupervisionEvent): readonly string[] {
  switch (event.type) {
    case 'ended':
    case 'hung': {
      const what = event.type === 'ended' ? `ended (${event.how})` : `${detailOf(event)} and was killed`;
      return [
        `${name} ${what}${describePause(event)} (log: ${logFile})`,
        ...event.lastLines.map((line) => `  ${line}`),
      ];
    }
    case 'start_failed':
      return [`${event.problem}${describePause(event)}`];
    case 'restarted':
      return [`${name} is running again.`];
    case 'gave_up':
      return [];
  }
}

function describePause({ pauseMs }: { readonly pauseMs: number | null }): string {
  return pauseMs === null ? '.' : `; starting it again in ${pauseMs / 1_000} s.`;
}

function detailOf(event: SupervisionEvent): string {
  switch (event.type) {
    case 'ended':
      return event.how;
    case 'hung':
      return `did not answer for ${event.forMs / 1_000} s`;
    case 'start_failed':
      return event.problem;
    case 'restarted':
      return '';
    case 'gave_up':
      return `${event.failures} times in a row`;
  }
}

function dropOldLines(path: string): void {
  const lines = readLines(path);
  if (lines.length <= linesKept) return;
  try {
    writeFileSync(path, lines.slice(-linesKept).join(''), { mode: 0o600 });
  } catch (thrown) {
    throw createFileError('write', path, thrown);
  }
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').match(/[^\n]*\n/gu) ?? [];
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw createFileError('read', path, thrown);
  }
}
