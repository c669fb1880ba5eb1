import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@refrain/domain';
import { createFolder } from '../create-folder.ts';
import { createFileError } from './create-file-error.ts';
import { flushFolder } from './flush-disk.ts';

/**
 * Reads a secret from a file of mode 0600. If the file is missing, creates it with `bytes` random bytes in hexadecimal.
 * @throws {AppError} `misconfigured` if the file cannot be read or created
 */
export async function ensureSecret(path: string, bytes: number): Promise<string> {
  await createFolder(dirname(path));
  const created = randomBytes(bytes).toString('hex');
  try {
    await writeFile(path, `${created}\n`, { mode: 0o600, flag: 'wx', flush: true });
    await flushFolder(dirname(path));
    return created;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw createFileError('write', path, thrown);
    // A blocking read of a named pipe would never end; a non-blocking one returns nothing.
    const flag = constants.O_RDONLY | constants.O_NONBLOCK;
    const stored = await readFile(path, { encoding: 'utf8', flag }).catch((cause) => {
      throw createFileError('read', path, cause);
    });
    if (stored.trim() !== '') return stored.trim();
    throw new AppError(
      'misconfigured',
      `${path} is empty or not a regular file. Restore it from a backup, or remove it.`,
    );
  }
}

/** Inserts a new key at the top of a key file. The key in the first line encrypts; the others only decrypt. */
export async function addEncryptionKey(path: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch((cause) => {
    if (cause.code !== 'ENOENT') throw createFileError('read', path, cause);
    throw new AppError('not_found', `There is no key in ${path} yet. Start Refrain once, which creates it.`);
  });
  const staging = `${path}.new`;
  await writeFile(staging, `${randomBytes(32).toString('hex')}\n${before}`, { mode: 0o600, flush: true });
  await chmod(staging, 0o600);
  await rename(staging, path);
  await flushFolder(dirname(path));
}
