import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayInMs, hourInMs, RestartLogEntry } from '@refrain/domain';
import { createDoctorFinding, createInformationalFinding, type DoctorFinding } from './doctor-finding.ts';

/** A process that ended this many times within an hour has a problem that restarts do not solve. */
const tooManyPerHour = 3;
const instance = 'Refrain';

/** A line of the restart log that cannot be parsed, for example because the disk was full when it was written. */
export interface UnparsableLogLine {
  readonly path: string;
  readonly line: number;
}

/** Reads the restart log of the instance with this data folder, oldest line first. */
export function readRestartLog(dataFolder: string): (RestartLogEntry | UnparsableLogLine)[] {
  const path = join(dataFolder, 'restarts.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((text, index) => (text === '' ? [] : [parseEntry(text) ?? { path, line: index + 1 }]));
}

function parseEntry(text: string): RestartLogEntry | null {
  try {
    return RestartLogEntry.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isEntry(line: RestartLogEntry | UnparsableLogLine): line is RestartLogEntry {
  return 'event' in line;
}

function describeBroken(log: readonly (RestartLogEntry | UnparsableLogLine)[]): string {
  const broken = log.flatMap((line) => (isEntry(line) ? [] : [line]));
  const [first, ...others] = broken;
  if (first === undefined) return '';
  return others.length === 0
    ? `Line ${first.line} of ${first.path} is broken and was skipped`
    : `${broken.length} lines of ${first.path} are broken and were skipped; the first is line ${first.line}`;
}

/** Explains why an instance stopped by itself; returns null if it runs or a person stopped it. */
export function explainInstanceStop(log: readonly (RestartLogEntry | UnparsableLogLine)[]): DoctorFinding | null {
  const entries = log.filter(isEntry);
  const last = entries.at(-1);
  if (last?.event !== 'gave_up') return null;
  const cause = entries.findLast(({ process, event }) => process === last.process && event !== 'gave_up');
  const broken = describeBroken(log);
  return createDoctorFinding(
    'refrain',
    false,
    `Refrain stopped at ${last.at} because ${last.process} failed ${last.detail}`,
    `${cause === undefined ? '' : `Its last failure: ${cause.detail}\n`}Correct the cause, then start Refrain again: npm start${broken === '' ? '' : `\n${broken}.`}`,
  );
}

/** Reports each process that ended unexpectedly in the last 24 hours, and the unparsable lines of the restart log. */
export function examineProcessRestarts(
  log: readonly (RestartLogEntry | UnparsableLogLine)[],
  now: number,
): DoctorFinding[] {
  const broken = describeBroken(log);
  const recent = log.filter(isEntry).filter(({ at }) => Date.parse(at) > now - dayInMs);
  const lastStart = recent.findLastIndex(({ process, event }) => process === instance && event === 'started');
  const findings = [...new Set(recent.map(({ process }) => process))].flatMap((process) => {
    const entries = recent.filter((entry) => entry.process === process);
    const ends = entries.filter(({ event }) => event === 'ended');
    const [last, lastEnd] = [entries.at(-1), ends.at(-1)];
    if (last === undefined || lastEnd === undefined) return [];
    const times = ends.length === 1 ? 'once' : `${ends.length} times`;
    const ended = `${process} ended ${times} in the last 24 hours (last at ${lastEnd.at}: ${lastEnd.detail})`;
    const advice =
      'The terminal of `npm start` shows its last log lines. A SIGKILL that nobody sent often means that memory ran out.';
    // Exits before the last start of the instance are ignored, because every process was started anew at that time.
    if (last.event !== 'restarted' && recent.indexOf(last) > lastStart)
      return [createDoctorFinding('refrain', false, `${ended} and is not running`, `${last.detail}\n${advice}`)];
    const ofLastHour = ends.filter(({ at }) => Date.parse(at) > now - hourInMs);
    return ofLastHour.length >= tooManyPerHour
      ? [createDoctorFinding('refrain', false, `${ended} and was restarted each time`, advice)]
      : [createInformationalFinding('refrain', `${ended} and was restarted`, advice)];
  });
  if (broken === '') return findings;
  const repair =
    'Restarts recorded in them are not counted. Delete the broken lines, or the file: Refrain creates it again.';
  return [...findings, createInformationalFinding('refrain', broken, repair)];
}
