import { constants } from 'node:fs';
import { lstat, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { AppError } from '@refrain/domain';
import { makeDatabaseBackup } from '@refrain/store';
import { createFolder } from '../create-folder.ts';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import { flushDisk } from '../servers/flush-disk.ts';
import { writeManifest } from './backup-manifest.ts';
import { copyFolder } from './copy-folder.ts';

export const backupFileNames = {
  cluster: 'cluster',
  password: 'password',
  key: 'encryption-key',
  about: 'backup.json',
} as const;

export interface BackupOptions {
  readonly folder: DataFolderPaths;
  readonly databaseUrl: string;
  readonly target: string;
  /** Whether the key for new records is outside the data folder. Key files inside then only decrypt older records. */
  readonly isKeyOutside: boolean;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/**
 * Excludes files that PostgreSQL creates again or must not find in a restored cluster, and `pg_wal`, which is copied
 * last.
 */
const excludedPaths =
  /^(?:postmaster\.(?:pid|opts)|pg_wal|(?:pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+|(?:.*\/)?pgsql_tmp.*|backup_label.*)$/u;
const allButLog = /^(?!pg_wal(?:\/|$))|^pg_wal\/summaries\//u;

/**
 * Copies a database, which may be in use, and its encryption key to a temporary folder beside the target, then renames this
 * folder. Returns whether the backup contains the current encryption key.
 * @throws {AppError} `conflict` if the target exists at the start or at the end
 */
export async function createBackup(options: BackupOptions): Promise<{ readonly hasKey: boolean }> {
  const { folder, target, signal } = options;
  if (!(await isFree(target))) throw occupied(target);
  const staging = await createStaging(target, folder);
  try {
    const { hasKey } = await copyInto(staging, options);
    await writeManifest(staging, signal);
    await flushDisk(staging);
    signal.throwIfAborted();
    await renameFinishedBackup(staging, target);
    await flushDisk(target);
    return { hasKey };
  } catch (thrown) {
    await rm(staging, { recursive: true, force: true });
    throw thrown;
  }
}

async function isFree(target: string): Promise<boolean> {
  const found = await lstat(target).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw refuseTarget(target, thrown);
  });
  return found === null || (found.isDirectory() && (await readdir(target)).length === 0);
}

/**
 * Renames the finished backup to its target. Replaces the target only if it is an empty folder, because another program
 * may have created files there.
 */
export async function renameFinishedBackup(staging: string, target: string): Promise<void> {
  try {
    await rename(staging, target);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR' ? occupied(target) : thrown;
  }
}

function occupied(target: string): AppError {
  return new AppError('conflict', `${target} already exists. Choose a new or empty folder.`);
}

/** Creates a temporary folder beside the target. Only this user can enter it, because it will contain the encryption key. */
async function createStaging(target: string, folder: DataFolderPaths): Promise<string> {
  try {
    await refuseWithin(dirname(target), folder.postgres);
    await createFolder(dirname(target));
    return await mkdtemp(`${target}.unfinished-`);
  } catch (thrown) {
    throw refuseTarget(target, thrown);
  }
}

/** Refuses a target inside the database folder, because the backup would copy itself. */
async function refuseWithin(parent: string, database: string): Promise<void> {
  const there = await realpath(parent).catch(() => null);
  if (there === null) return parent === dirname(parent) ? undefined : refuseWithin(dirname(parent), database);
  const databasePath = await realpath(database);
  if (there !== databasePath && !there.startsWith(databasePath + sep)) return;
  throw new AppError('invalid_input', `${parent} is in the database's folder. Choose a folder outside it.`);
}

function refuseTarget(target: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { code } = thrown as NodeJS.ErrnoException;
  return new AppError(
    'misconfigured',
    `The folder ${target} cannot be created (${code}). Choose a folder that this user can write to.`,
    { cause: thrown },
  );
}

async function copyInto(
  staging: string,
  { folder, databaseUrl, isKeyOutside, now, signal }: BackupOptions,
): Promise<{ readonly hasKey: boolean }> {
  const cluster = join(folder.postgres, 'cluster');
  const copy = join(staging, backupFileNames.cluster);
  const onSpecialFile = (path: string) => refuseSpecialFile(join(cluster, path));
  const { label } = await makeDatabaseBackup(
    databaseUrl,
    () => copyFolder(cluster, copy, { excludes: excludedPaths, onSpecialFile, signal }),
    () => copyFolder(cluster, copy, { excludes: allButLog, onSpecialFile, signal }),
    signal,
  );
  await writeFile(join(copy, 'backup_label'), label);
  await copySecret(join(folder.postgres, 'password'), join(staging, backupFileNames.password));
  const hasKey = (await copySecret(folder.encryptionKey, join(staging, backupFileNames.key))) && !isKeyOutside;
  const version = (await readFile(join(copy, 'PG_VERSION'), 'utf8')).trim();
  const about = { madeAt: now().toISOString(), postgres: version, hasKey };
  await writeFile(join(staging, backupFileNames.about), `${JSON.stringify(about, null, 2)}\n`);
  return { hasKey };
}

function refuseSpecialFile(path: string): never {
  throw new AppError(
    'misconfigured',
    `${path} is neither a file nor a folder, so a backup would lack it. If it is a link, stop Refrain, replace the link with its target, and run the backup again.`,
  );
}

/** Copies a file to a new one of mode 0600, without following links or replacing a file. Returns false if `from` does not exist. */
export async function copySecret(from: string, to: string): Promise<boolean> {
  try {
    await writeFile(to, await readFile(from, { flag: constants.O_RDONLY | constants.O_NOFOLLOW }), {
      mode: 0o600,
      flag: 'wx',
    });
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw thrown;
  }
}
