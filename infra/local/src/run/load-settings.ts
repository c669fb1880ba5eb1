import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { refuseFile } from '../servers/refuse-file.ts';

/**
 * Adds the settings of a file to the environment, which has precedence. A missing file has no settings.
 * @param warn receives a sentence if other users of this machine can read the file, since it holds keys and passwords
 * @throws {AppError} `misconfigured` if the file cannot be read
 */
export function loadSettings(file: string, environment: NodeJS.ProcessEnv, warn: (line: string) => void): void {
  const text = readIfThere(file);
  if (text === null) return;
  // Editors of Windows may begin a file with a byte order mark, which would become a part of the first name.
  for (const [name, value] of Object.entries(parseEnv(text.replace(/^\uFEFF/u, '')))) environment[name] ??= value;
  if ((statSync(file).mode & 0o077) !== 0) {
    warn(`Other users of this machine can read ${file}, with the keys in it. Make it private: chmod 600 ${file}`);
  }
}

/** @returns null if the file is missing */
function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw refuseFile('read', file, cause);
  }
}
