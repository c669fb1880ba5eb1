import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder } from '../create-folder.ts';

/** Reads a secret that only we may read (mode 0600); a new one of `bytes` random bytes in hexadecimal where there is none. */
export async function ensureSecret(path: string, bytes: number): Promise<string> {
  await createFolder(dirname(path));
  const created = randomBytes(bytes).toString('hex');
  try {
    await writeFile(path, `${created}\n`, { mode: 0o600, flag: 'wx' });
    return created;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    return (await readFile(path, 'utf8')).trim();
  }
}
