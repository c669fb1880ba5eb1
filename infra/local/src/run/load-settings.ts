import { closeSync, fchmodSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { AppError } from '@refrain/domain';
import { createFileError } from '../servers/create-file-error.ts';

/**
 * Adds the settings of an .env file to the environment, but replaces no variable. A missing file counts as empty.
 * @param warn receives a sentence if other users of this machine can read the file, because it may contain keys and passwords
 * @throws {AppError} `misconfigured` if the file cannot be read, or if other users can change it
 */
export function loadSettings(file: string, environment: NodeJS.ProcessEnv, warn: (line: string) => void): void {
  const found = readIfThere(file);
  if (found === null) return;
  // Editors on Windows may start a file with a byte order mark, which would become part of the first name.
  for (const [name, value] of Object.entries(parseEnv(found.text.replace(/^\uFEFF/u, '')))) environment[name] ??= value;
  if ((found.mode & 0o077) !== 0) {
    warn(`Other users of this machine can read ${file}, with the keys in it. Make it private: chmod 600 ${file}`);
  }
}

function readIfThere(file: string): { readonly text: string; readonly mode: number } | null {
  let opened: number | null = null;
  try {
    opened = openSync(file, 'r');
    // Check the open file instead of its name, because the name may lead to another file by now.
    refuseShared(file, opened);
    return { text: readFileSync(opened, 'utf8'), mode: fstatSync(opened).mode };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw createFileError('read', file, cause);
  } finally {
    if (opened !== null) closeSync(opened);
  }
}

/** Refuses a file that another user can change. Takes the permission to write from the group of this user's own file. */
function refuseShared(file: string, opened: number): void {
  const { uid, mode } = fstatSync(opened);
  const ownUid = process.geteuid?.();
  if (ownUid === undefined) return;
  if (uid !== ownUid && uid !== 0) {
    throw new AppError(
      'misconfigured',
      `The file ${file} belongs to another user, who can change your settings in it. Check the file, then make it yours: sudo chown "$(id -un)" ${file}`,
    );
  }
  if ((mode & 0o022) === 0) return;
  if (ownUid !== 0 && uid === ownUid && (mode & 0o002) === 0) {
    fchmodSync(opened, mode & 0o7755);
    return;
  }
  throw new AppError(
    'misconfigured',
    `Other users of this machine can change ${file}. Check what is in it, then run: chmod 600 ${file}`,
  );
}
