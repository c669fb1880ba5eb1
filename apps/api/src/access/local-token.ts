import { readFile, writeFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { localAdminTokenOwner, type Store } from '@refrain/store';

const name = 'command line on this machine';

/** Ensures that a file with mode 600 contains a valid token of the local admin, for the command line. */
export async function ensureLocalToken(access: Store['access'], path: string): Promise<void> {
  const stored = await readToken(path);
  if (stored !== '' && (await access.findToken(stored)) !== null) return;
  const { token } = await access.createToken(name, null, localAdminTokenOwner);
  await writeFile(path, `${token}\n`, { mode: 0o600 });
}

async function readToken(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new AppError('misconfigured', `Cannot read ${path} (${code}). Delete the file; Refrain creates it again.`);
  }
}
