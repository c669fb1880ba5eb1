import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@refrain/domain';
import { createFileError } from './create-file-error.ts';
import { flushFolder } from './flush-disk.ts';

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
