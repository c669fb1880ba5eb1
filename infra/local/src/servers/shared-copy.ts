import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@refrain/domain';
import { createFolder } from '../create-folder.ts';

const run = promisify(execFile);

/**
 * Ensures a copy of a folder of programs that every user can run and only root can change. An existing copy is used as it is,
 * because a copy is made under a temporary name and renamed when complete. Only root can call this.
 * @param to must contain the version of the programs in its name
 * @throws {AppError} `misconfigured` if the copy cannot be made, or another user could change it
 */
export async function ensureSharedCopy(from: string, to: string): Promise<void> {
  const parent = dirname(to);
  if (!(await exists(parent))) {
    await createFolder(parent).catch((thrown) => refuse(from, to, thrown));
    // The umask of root may hide new folders from other users.
    await chmod(parent, 0o755);
  }
  await refuseForeign(parent);
  if (!(await exists(to))) await copy(from, to).catch((thrown) => refuse(from, to, thrown));
  await refuseForeign(to);
}

async function copy(from: string, to: string): Promise<void> {
  const staging = await mkdtemp(`${to}.`);
  try {
    await cp(from, staging, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'u=rwX,go=rX', staging]);
    await rename(staging, to);
  } catch (thrown) {
    await rm(staging, { recursive: true, force: true });
    // Another starting process may have finished its copy first.
    if (!(await exists(to))) throw thrown;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Refuses a folder that another user can change, because that user could run code with the permissions of PostgreSQL's user. */
async function refuseForeign(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return;
  throw new AppError(
    'misconfigured',
    `${folder} has to be a folder that only root can change, because Refrain runs programs in it. Move it away, then start again.`,
  );
}

function refuse(from: string, to: string, cause: NodeJS.ErrnoException): never {
  throw new AppError(
    'misconfigured',
    `The user of the database cannot reach ${from}, and root cannot copy it to ${to} (${cause.code}). Run Refrain as an ordinary user, move it to a folder that every user may enter, or set DATABASE_URL.`,
    { cause },
  );
}
