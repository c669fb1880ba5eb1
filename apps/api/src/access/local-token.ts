import { readFile, writeFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { ofLocalAdmin, type TokenQueries } from '@refrain/store';

const name = 'command line on this machine';

/** Ensures that a file, readable by this user alone, holds a valid token of the installation's admin. */
export async function ensureLocalToken(access: TokenQueries, path: string): Promise<void> {
  const kept = await readKept(path);
  if (kept !== '' && (await access.findToken(kept)) !== null) return;
  const { token } = await access.createToken(name, null, ofLocalAdmin);
  await writeFile(path, `${token}\n`, { mode: 0o600 });
}

async function readKept(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new AppError('misconfigured', `Cannot read ${path} (${code}). Delete it, and Refrain creates it again.`);
  }
}
