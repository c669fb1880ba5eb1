import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '@refrain/domain';

/** Loads the data that an earlier process wrote. Returns null if there is no file. @throws {AppError} `invalid_input` if the file is not JSON */
export function loadStateFile<T>(path: string | undefined): T | null {
  if (path === undefined) return null;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new AppError('invalid_input', `The emulator's state file ${path} is not JSON: remove it to start again`, {
      cause,
    });
  }
}

/** Writes the state file atomically. The file contains webhook secrets, so only its owner can read it. */
export function saveStateFile(path: string | undefined, state: unknown): void {
  if (path === undefined) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, path);
}
