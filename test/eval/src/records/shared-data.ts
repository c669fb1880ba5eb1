import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '@refrain/domain';

const folder = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));

/** Returns the path of a file in `../shared/data`, which is needed for development and is not part of the project. */
export function sharedFilePath(name: string): string {
  return join(folder, name);
}

/**
 * Returns whether `../shared/data` exists; prints a message if it does not.
 * @throws {AppError} `unavailable` in CI if it does not exist
 */
export function hasSharedData(note: (line: string) => void): boolean {
  if (existsSync(folder)) return true;
  const message = '../shared/data, which is not part of the project, does not exist: give a file with --data.';
  if (process.env.CI) throw new AppError('unavailable', message);
  note(message);
  return false;
}
