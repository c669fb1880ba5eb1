import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AppError } from '@refrain/domain';

const run = promisify(execFile);
const databaseUser = 'postgres';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Returns the user that runs PostgreSQL if this process is root: the owner of PostgreSQL's folder, or else the user `postgres`,
 * which is created if missing. Returns null if PostgreSQL can run as the current user.
 */
export async function findDatabaseUser(folder: string): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(folder).catch(() => null);
  return owner !== null && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : ensureDatabaseUser();
}

async function ensureDatabaseUser(): Promise<Owner> {
  const found = await findUser();
  if (found !== null) return found;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', databaseUser]);
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `PostgreSQL does not run as root, and the user ${databaseUser} cannot be created. Run Refrain as an ordinary user, or set DATABASE_URL.`,
      { cause },
    );
  }
  const created = await findUser();
  if (created === null)
    throw new AppError(
      'unavailable',
      `The user ${databaseUser} was created but cannot be found. Run Refrain as an ordinary user, or set DATABASE_URL.`,
    );
  return created;
}

async function findUser(): Promise<Owner | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', databaseUser]), run('id', ['-g', databaseUser])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return null;
  }
}

/** Returns whether a user can enter a folder and all its parents. Only root can call this. */
export async function canEnterFolder({ uid, gid }: Owner, folder: string): Promise<boolean> {
  const options = { cwd: '/', env: {}, uid, gid };
  return run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], options).then(
    () => true,
    () => false,
  );
}
