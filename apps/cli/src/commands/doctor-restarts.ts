import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, dayInMs, hourInMs, RestartEntry } from '@refrain/domain';
import { type Finding, find, note } from './finding.ts';

/** A process that ended this often within an hour has a lasting problem, although it was restarted. */
const tooManyPerHour = 3;
/** The name of the whole instance in the log. */
const instance = 'Refrain';

/**
 * Reads the restart log of the instance whose data folder this is, oldest entry first.
 * @throws {AppError} `invalid_input` when a line is not one of ours
 */
export function readRestarts(dataFolder: string): RestartEntry[] {
  const path = join(dataFolder, 'restarts.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  try {
    return lines.map((line) => RestartEntry.parse(JSON.parse(line)));
  } catch (cause) {
    throw new AppError('invalid_input', `Cannot read ${path}: delete it, Refrain creates it again.`, { cause });
  }
}

/** Why an instance that does not run stopped by itself; null if it did not. */
export function examineStop(entries: readonly RestartEntry[]): Finding | null {
  const last = entries.at(-1);
  if (last?.event !== 'gave_up') return null;
  const cause = entries.findLast(({ process, event }) => process === last.process && event !== 'gave_up');
  return find(
    'refrain',
    false,
    `Refrain stopped at ${last.at} because ${last.process} failed ${last.detail}`,
    `${cause === undefined ? '' : `Its last failure: ${cause.detail}\n`}Correct the cause, then start Refrain again: npm start`,
  );
}

/**
 * Reports each process that ended without being told to in the last 24 hours.
 * @param now in milliseconds
 */
export function examineRestarts(entries: readonly RestartEntry[], now: number): Finding[] {
  const recent = entries.filter(({ at }) => Date.parse(at) > now - dayInMs);
  const lastStart = recent.findLastIndex(({ process, event }) => process === instance && event === 'started');
  return [...new Set(recent.map(({ process }) => process))].flatMap((process) => {
    const own = recent.filter((entry) => entry.process === process);
    const ends = own.filter(({ event }) => event === 'ended');
    const [last, lastEnd] = [own.at(-1), ends.at(-1)];
    if (last === undefined || lastEnd === undefined) return [];
    const times = ends.length === 1 ? 'once' : `${ends.length} times`;
    const ended = `${process} ended ${times} in the last 24 hours (last at ${lastEnd.at}: ${lastEnd.detail})`;
    const advice =
      'The terminal of `npm start` shows its last log lines. SIGKILL without a person often means that memory ran out.';
    // A start of the whole instance starts each process.
    if (last.event !== 'restarted' && recent.indexOf(last) > lastStart)
      return [find('refrain', false, `${ended} and does not run`, `${last.detail}\n${advice}`)];
    const ofLastHour = ends.filter(({ at }) => Date.parse(at) > now - hourInMs);
    return ofLastHour.length >= tooManyPerHour
      ? [find('refrain', false, `${ended} and was restarted each time`, advice)]
      : [note('refrain', `${ended} and was restarted`, advice)];
  });
}
