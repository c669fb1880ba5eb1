import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@refrain/domain';
import { flushFolder } from './flush-disk.ts';
import { refuseFile } from './refuse-file.ts';

/** Puts a new key above those that are in a file of keys, one a line: the first one seals, the others only open. */
export async function addKey(path: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch((cause) => {
    if (cause.code !== 'ENOENT') throw refuseFile('read', path, cause);
    throw new AppError('not_found', `There is no key in ${path} yet: the first start makes it`);
  });
  const staging = `${path}.new`;
  await writeFile(staging, `${randomBytes(32).toString('hex')}\n${before}`, { mode: 0o600, flush: true });
  await chmod(staging, 0o600);
  await rename(staging, path);
  await flushFolder(dirname(path));
}
