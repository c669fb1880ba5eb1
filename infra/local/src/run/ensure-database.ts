import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '@refrain/domain';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import { ensureCluster, hasCluster, missingDatabaseAdvice } from '../postgres.ts';
import { createFileError } from '../servers/create-file-error.ts';
import type { RunEnvironment } from './run-environment.ts';

/**
 * Creates the database at the first start in a data folder.
 * @throws {AppError} `conflict` if an earlier run had a database here. With an empty database, Refrain would answer webhooks
 * with 404, and providers would not retry them
 */
export async function ensureDatabase(folder: DataFolderPaths, { shutdown, print }: RunEnvironment): Promise<void> {
  if (await hasCluster(folder.postgres)) return;
  const trace = await findTraceOfEarlierRun(folder);
  if (trace !== null) {
    throw new AppError(
      'conflict',
      `There is no database in ${folder.postgres}, but ${basename(trace)} in ${folder.root} shows that there was one. ${missingDatabaseAdvice} To begin with an empty database, move ${folder.root} away.`,
    );
  }
  print('Creating the database …');
  await ensureCluster({ dataDir: folder.postgres });
  shutdown.signal.throwIfAborted();
}

/** Returns the path of a file that proves that an earlier run had a database here; null if there is none. */
async function findTraceOfEarlierRun(folder: DataFolderPaths): Promise<string | null> {
  const { postgres, encryptionKey, token, cli, ports, restarts, redis } = folder;
  // Unlike `stat`, `lstat` finds a cluster that is a link to a missing folder.
  const ofDatabase = ['cluster', 'postgres.log'].map((name) => join(postgres, name));
  for (const path of [encryptionKey, token, cli, ports, restarts, redis, ...ofDatabase]) {
    if (await exists(path)) return path;
  }
  return null;
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw createFileError('read', path, thrown);
  }
}
