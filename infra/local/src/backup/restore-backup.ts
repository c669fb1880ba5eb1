import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { createFolder } from '../create-folder.ts';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import { flushDisk } from '../servers/flush-disk.ts';
import { readPostgresVersion } from '../servers/postgres-binaries.ts';
import { readRegularFile } from '../servers/read-regular-file.ts';
import { removeFolder } from '../servers/remove-folder.ts';
import { findDatabaseUser } from '../servers/run-as.ts';
import {
  type BackupManifest,
  type CopyCheckOptions,
  checkCopiedFile,
  checkCopiedFolder,
  readManifest,
} from './backup-manifest.ts';
import { changeFolderOwner, copyFolder } from './copy-folder.ts';
import { backupFileNames, copySecret } from './create-backup.ts';

const About = z.object({ madeAt: z.iso.datetime(), postgres: z.string().regex(/^\d{1,3}$/u), hasKey: z.boolean() });

/** Files without which PostgreSQL does not start from a backup. */
const needed = [
  ...['PG_VERSION', 'backup_label', 'global/pg_control'].map((name) => `${backupFileNames.cluster}/${name}`),
  backupFileNames.password,
];

/**
 * Matches everything except the data of a cluster. The settings in a backup could contain commands or let anybody in, and
 * `recovery.signal` and `tablespace_map` could make PostgreSQL follow another server or write elsewhere.
 */
const allButData = /^(?!(?:PG_VERSION|backup_label|base|global|pg_[a-z_]+)(?:\/|$))/u;

/** Settings that `initdb` would write and that differ from PostgreSQL's built-in defaults. */
const settings = {
  'postgresql.conf': [
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "lc_messages = 'C'",
    "default_text_search_config = 'pg_catalog.english'",
    '',
  ].join('\n'),
  'postgresql.auto.conf': '',
  'pg_hba.conf': 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n',
  'pg_ident.conf': '',
};

export interface RestoreResult {
  readonly madeAt: string;
  /** The folder that now holds the previous data; null if there was none. */
  readonly previousDataFolder: string | null;
  /** Whether the backup contained the key that was in use when the backup was made. */
  readonly hasKey: boolean;
}

/**
 * Replaces the content of the data folder by a backup, and moves the previous content aside. The caller must hold the lock of the
 * data folder.
 * @throws {AppError} `invalid_input` if the backup is incomplete, damaged or of another PostgreSQL version, or if `source` is not
 * a backup
 */
export async function restoreBackup(
  folder: DataFolderPaths,
  source: string,
  { now, signal }: { readonly now: () => Date; readonly signal: AbortSignal },
): Promise<RestoreResult> {
  const { madeAt, hasKey, postgres } = await readAbout(source);
  const ours = await readPostgresVersion();
  if (postgres !== ours) {
    throw new AppError(
      'invalid_input',
      `${source} is a backup of PostgreSQL ${postgres}, but this version of Refrain includes PostgreSQL ${ours}. Restore the backup with the version of Refrain that made it.`,
    );
  }
  const manifest = await readCompleteManifest(source, hasKey);
  const checkOf = (part: string) => ({ manifest, backup: source, part, signal });
  // The previous data stays inside the data folder, which may be a mount point or have a parent that this user cannot write to.
  const aside = join(folder.root, `before-${now().toISOString().replaceAll(/[:.]/gu, '-')}`);
  const key = join(source, backupFileNames.key);
  // Copy first and move last, so that the current data stays in use if the copy is interrupted.
  const [staging, stagedKey] = [folder.restoring, join(folder.root, 'restoring-key')];
  // The next start recognises an interrupted restore by this folder. It stays until the restored database is in place.
  const isMark = existsSync(folder.postgres) || existsSync(staging);
  const clearStaging = async () => {
    // One call per path, because `removeFolder` uses the owner's permissions, and the cluster may belong to another user.
    for (const path of [join(staging, 'cluster'), join(staging, 'password'), stagedKey]) await removeFolder(path);
  };
  const abandon = async (thrown: unknown): Promise<never> => {
    await clearStaging();
    if (!isMark || existsSync(folder.postgres)) await rmdir(staging);
    throw thrown;
  };
  /** Returns whether the backup contains a key. */
  const copyToStaging = async () => {
    const stagedPassword = join(staging, 'password');
    await restoreCluster(
      join(source, backupFileNames.cluster),
      join(staging, 'cluster'),
      checkOf(backupFileNames.cluster),
    );
    await copySecret(join(source, backupFileNames.password), stagedPassword);
    await checkCopiedFile(stagedPassword, checkOf(backupFileNames.password));
    // The user of PostgreSQL must be able to enter the folder.
    await chmod(staging, 0o755);
    const isThere = await copySecret(key, stagedKey);
    if (isThere) await checkCopiedFile(stagedKey, checkOf(backupFileNames.key));
    await flushDisk(staging);
    signal.throwIfAborted();
    return isThere;
  };
  await clearStaging();
  await createFolder(staging, 0o700);
  await chmod(staging, 0o700);
  const isKeyIncluded = await copyToStaging().catch(abandon);
  const held = [folder.postgres, folder.redis, ...(isKeyIncluded ? [folder.encryptionKey] : [])].filter(existsSync);
  if (held.length > 0) await moveDataAside(held, aside).catch(abandon);
  // The key is moved first. If the restore is interrupted, a start with a key but no database fails, but a start
  // without a key would create a new key.
  if (isKeyIncluded) await rename(stagedKey, folder.encryptionKey);
  await rename(staging, folder.postgres);
  await flushDisk(folder.root);
  return { madeAt, previousDataFolder: held.length > 0 ? aside : null, hasKey };
}

/**
 * Moves all given files and folders to a new folder, or none if one cannot be moved.
 * @throws {AppError} `misconfigured` if one cannot be moved, for example because it is a mount point
 */
export async function moveDataAside(paths: readonly string[], aside: string): Promise<void> {
  await mkdir(aside, { mode: 0o700 });
  const moved: string[] = [];
  try {
    for (const path of paths) {
      await rename(path, join(aside, basename(path)));
      moved.push(path);
    }
  } catch (cause) {
    for (const path of moved) await rename(join(aside, basename(path)), path);
    await rmdir(aside);
    const path = paths[moved.length];
    throw new AppError(
      'misconfigured',
      `${path} cannot be moved to ${aside} (${(cause as NodeJS.ErrnoException).code}), so nothing was restored. If ${path} is a mount point, unmount it. Otherwise give this user the permission to move it. Then run the restore again.`,
      { cause },
    );
  }
}

async function readCompleteManifest(source: string, hasKey: boolean): Promise<BackupManifest> {
  const manifest = await readManifest(source);
  for (const file of hasKey ? [...needed, backupFileNames.key] : needed) {
    if (Object.hasOwn(manifest.files, file)) continue;
    throw new AppError('invalid_input', `The backup ${source} lacks the file ${file}. Restore another backup.`);
  }
  return manifest;
}

async function readAbout(source: string): Promise<z.infer<typeof About>> {
  try {
    return About.parse(JSON.parse((await readRegularFile(join(source, backupFileNames.about))) ?? ''));
  } catch (cause) {
    throw new AppError(
      'invalid_input',
      `${source} is not a backup. Specify a folder that \`npm run backup\` created.`,
      {
        cause,
      },
    );
  }
}

/**
 * Copies the cluster of a backup, with Refrain's own settings instead of those in the backup.
 * @param to a folder that only this user can enter
 * @throws {AppError} `invalid_input` if the cluster contains a link or does not match the manifest
 */
async function restoreCluster(from: string, to: string, check: CopyCheckOptions): Promise<void> {
  const owner = await findDatabaseUser(to);
  await copyFolder(from, to, {
    excludes: allButData,
    signal: check.signal,
    onSpecialFile(path) {
      throw new AppError(
        'invalid_input',
        `The backup contains ${join(from, path)}, which is neither a file nor a folder, so Refrain did not make it. Restore only a backup that you made.`,
      );
    },
  });
  await checkCopiedFolder(to, allButData, check);
  for (const [name, text] of Object.entries(settings)) {
    await writeFile(join(to, name), text, { mode: 0o600, flag: 'wx' });
  }
  if (owner !== null) await changeFolderOwner(to, owner);
}
