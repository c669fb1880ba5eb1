import { readFileSync, statSync } from 'node:fs';
import { refuseFile } from '../servers/refuse-file.ts';

/**
 * Adds the settings of a file to the environment, which has precedence. A missing file has no settings.
 * @param warn receives a sentence if other users of this machine can read the file, since it holds keys and passwords
 * @throws {AppError} `misconfigured` if the file cannot be read
 */
export function loadSettings(file: string, warn: (line: string) => void): void {
  if (!isReadable(file)) return;
  process.loadEnvFile(file);
  if ((statSync(file).mode & 0o077) !== 0) {
    warn(`Other users of this machine can read ${file}, with the keys in it. Make it private: chmod 600 ${file}`);
  }
}

/** Reads the file, because `process.loadEnvFile` reports every problem as a missing file. @returns false if it is missing */
function isReadable(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw refuseFile('read', file, cause);
  }
}
