import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@refrain/domain';

const run = promisify(execFile);
const databaseUser = 'postgres';

/** The user under whom PostgreSQL runs, and what to put before its command. */
export interface RunAs {
  readonly uid: number | null;
  readonly gid: number | null;
  readonly prefix: readonly string[];
}

const ourselves: RunAs = { uid: null, gid: null, prefix: [] };

/**
 * PostgreSQL refuses to run as root. As an ordinary user it runs as ourselves; as root it runs as the owner of its
 * folder if there is one, else as the user `postgres`, who is created where missing.
 * @param paths what that user must be able to reach
 */
export async function findRunAs(folder: string, paths: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return ourselves;
  const owner = await stat(folder).catch(() => null);
  const { uid, gid } = owner !== null && owner.uid !== 0 ? owner : await ensureDatabaseUser();
  for (const path of paths) {
    if (!(await isReachable(path))) return { uid: null, gid: null, prefix: reachingPrefix(uid, gid) };
  }
  return { uid, gid, prefix: [] };
}

async function ensureDatabaseUser(): Promise<{ uid: number; gid: number }> {
  const found = await findUser();
  if (found !== null) return found;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', databaseUser]);
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `PostgreSQL does not run as root, and the user ${databaseUser} cannot be created: run as an ordinary user, or set DATABASE_URL`,
      { cause },
    );
  }
  const created = await findUser();
  if (created === null) throw new AppError('unavailable', `The user ${databaseUser} was created and cannot be found`);
  return created;
}

async function findUser(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', databaseUser]), run('id', ['-g', databaseUser])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return null;
  }
}

async function isReachable(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found !== null && (found.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * A checkout under /root, which only root may enter: the programs get the one right to pass closed folders and to read, not to write.
 * The secure bit is needed because access(2) drops the rights of a user who is not root otherwise.
 */
function reachingPrefix(uid: number, gid: number): readonly string[] {
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--securebits=+no_setuid_fixup',
  ];
}
