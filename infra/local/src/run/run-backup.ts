import { AppError, toAppError } from '@refrain/domain';
import { createBackup } from '../backup/create-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { type DataFolderPaths, listDataFolderPaths } from '../data-folder-paths.ts';
import { findPostgresUrl, refuseMissingCluster, startPostgres, stopOrphanedPostgres } from '../postgres.ts';
import { stopOrphanedRedis } from '../redis.ts';
import { addEncryptionKey } from '../servers/secret-file.ts';
import { lockDataFolder } from './lock.ts';
import type { RunEnvironment } from './run-environment.ts';

export async function runBackup(dataRoot: string, target: string, context: RunEnvironment): Promise<void> {
  const { env, print, shutdown } = context;
  refuseOwnDatabase(env, 'pg_dump');
  const folder = listDataFolderPaths(dataRoot);
  const databaseUrl = await reachDatabase(folder, context);
  print('Copying the database …');
  const { hasKey } = await createBackup({
    folder,
    databaseUrl,
    target,
    isKeyOutside: isKeySetOutside(env),
    now: () => new Date(),
    signal: shutdown.signal,
  });
  print(`Backed up to ${target}.`);
  print(
    hasKey
      ? 'The backup contains the encryption key: whoever has this folder can read everything. Protect it like the key.'
      : 'The backup does not contain the encryption key, because it is set from outside. Keep the key elsewhere: without it credentials and raw payloads cannot be read.',
  );
}

export async function runRestore(
  dataRoot: string,
  source: string,
  { env, shutdown, print }: RunEnvironment,
): Promise<void> {
  refuseOwnDatabase(env, 'pg_restore');
  const folder = listDataFolderPaths(dataRoot);
  shutdown.defer(await lockDataFolder(folder.lock));
  // A server that a killed run left behind could write to the restored database, which has the same path.
  await stopOrphanedPostgres(folder.postgres);
  await stopOrphanedRedis(folder.redis);
  const restored = await restoreBackup(folder, source, { now: () => new Date(), signal: shutdown.signal });
  const { madeAt, previousDataFolder, hasKey } = restored;
  print(`Restored the backup of ${madeAt}.`);
  if (previousDataFolder !== null)
    print(`The former data is in ${previousDataFolder}. Delete it when you no longer need it.`);
  if (!hasKey)
    print(
      'The backup has no encryption key, because it was set from outside. Set REFRAIN_ENCRYPTION_KEY to it before you start.',
    );
  print('Start Refrain: npm start');
}

/**
 * Creates a new encryption key. After Refrain's next start the new key encrypts, and the previous key only decrypts.
 */
export async function runKeyRotation(dataRoot: string, { env, print }: RunEnvironment): Promise<void> {
  if (isKeySetOutside(env)) {
    throw new AppError(
      'misconfigured',
      'This command cannot replace the encryption key, because REFRAIN_ENCRYPTION_KEY or REFRAIN_ENCRYPTION_KEY_FILE sets it. Set the new key there, and add the former key to REFRAIN_ENCRYPTION_OTHER_KEYS.',
    );
  }
  const { encryptionKey } = listDataFolderPaths(dataRoot);
  await addEncryptionKey(encryptionKey);
  print(`Added a new key to ${encryptionKey}. Restart Refrain, then run: npx refrain keys rotate`);
  print('Once `npx refrain keys status` says that the former key is no longer needed, delete its line.');
}

function isKeySetOutside(env: RunEnvironment['env']): boolean {
  return Boolean(env.REFRAIN_ENCRYPTION_KEY || env.REFRAIN_ENCRYPTION_KEY_FILE);
}

function refuseOwnDatabase(env: RunEnvironment['env'], instead: string): void {
  if (env.DATABASE_URL) {
    throw new AppError(
      'misconfigured',
      `This command works only with the embedded PostgreSQL, but DATABASE_URL is set. Use ${instead} (docs/operations.md).`,
    );
  }
}

/** Returns the URL of the running database. If Refrain is not running, starts the database for the backup only. */
async function reachDatabase(folder: DataFolderPaths, { shutdown }: RunEnvironment): Promise<string> {
  // This check precedes the lock, because taking the lock would create the data folder.
  await refuseMissingCluster(folder.postgres);
  try {
    shutdown.defer(await lockDataFolder(folder.lock));
  } catch (thrown) {
    if (toAppError(thrown).code !== 'conflict') throw thrown;
    return findPostgresUrl(folder.postgres);
  }
  const server = await startPostgres({ dataDir: folder.postgres, mustExist: true, signal: shutdown.signal });
  shutdown.defer(server.stop);
  return server.url;
}
