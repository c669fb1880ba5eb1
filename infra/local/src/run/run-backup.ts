import { AppError, toAppError } from '@refrain/domain';
import { backUp } from '../backup/back-up.ts';
import { restore } from '../backup/restore.ts';
import { type DataFolder, layOutDataFolder } from '../data-folder.ts';
import { findPostgresUrl, refuseMissingCluster, startPostgres, stopOrphanedPostgres } from '../postgres.ts';
import { stopOrphanedRedis } from '../redis.ts';
import { addKey } from '../servers/key-file.ts';
import { takeLock } from './lock.ts';
import type { RunContext } from './run-context.ts';

/** Backs up the database of this machine, whether or not Refrain runs. */
export async function runBackup(dataRoot: string, target: string, context: RunContext): Promise<void> {
  const { env, print, shutdown } = context;
  refuseOwnDatabase(env, 'pg_dump');
  const folder = layOutDataFolder(dataRoot);
  const databaseUrl = await reachDatabase(folder, context);
  print('Copying the database …');
  const isKeyOutside = isSetOutside(env);
  const { hasKey } = await backUp({
    folder,
    databaseUrl,
    target,
    isKeyOutside,
    now: () => new Date(),
    signal: shutdown.signal,
  });
  print(`Backed up to ${target}.`);
  print(
    hasKey
      ? 'The encryption key is in it: whoever has this folder can read everything. Keep it as you would keep the key.'
      : 'The encryption key is not in it, for it is set from outside: keep it elsewhere. Without it credentials and raw payloads cannot be read.',
  );
}

/** Replaces the data of this machine with a backup. */
export async function runRestore(
  dataRoot: string,
  source: string,
  { env, shutdown, print }: RunContext,
): Promise<void> {
  refuseOwnDatabase(env, 'pg_restore');
  const folder = layOutDataFolder(dataRoot);
  shutdown.defer(await takeLock(folder.lock));
  // A server that a killed run left behind would keep writing under the path of its database.
  await stopOrphanedPostgres(folder.postgres);
  await stopOrphanedRedis(folder.redis);
  const { madeAt, aside, hasKey } = await restore(folder, source, {
    now: () => new Date(),
    signal: shutdown.signal,
  });
  print(`Restored what was backed up at ${madeAt}.`);
  if (aside !== null) print(`What was there before lies in ${aside}: delete it when you need it no more.`);
  if (!hasKey)
    print('The encryption key of that time was set from outside: set REFRAIN_ENCRYPTION_KEY to it before you start.');
  print('Start it: npm start');
}

/** Creates a new key, which encrypts from the next start on. The former key only decrypts. */
export async function runNewKey(dataRoot: string, { env, print }: RunContext): Promise<void> {
  if (isSetOutside(env)) {
    throw new AppError(
      'misconfigured',
      'The key is set from outside: put the new one there, and the former one among REFRAIN_ENCRYPTION_OTHER_KEYS',
    );
  }
  const { encryptionKey } = layOutDataFolder(dataRoot);
  await addKey(encryptionKey);
  print(`A new key stands first in ${encryptionKey}. Restart Refrain, then run: npx refrain keys rotate`);
  print('Once `npx refrain keys status` says that the former key is not needed, delete its line.');
}

/** Returns whether the key that encrypts comes from outside the data folder. */
function isSetOutside(env: RunContext['env']): boolean {
  return Boolean(env.REFRAIN_ENCRYPTION_KEY || env.REFRAIN_ENCRYPTION_KEY_FILE);
}

function refuseOwnDatabase(env: RunContext['env'], instead: string): void {
  if (env.DATABASE_URL) {
    throw new AppError(
      'misconfigured',
      `DATABASE_URL names a PostgreSQL of your own: use ${instead} (docs/operations.md)`,
    );
  }
}

/** Returns the database of the run that holds the folder. If Refrain does not run, starts the database for the backup only. */
async function reachDatabase(folder: DataFolder, { shutdown }: RunContext): Promise<string> {
  // Before the lock, because taking it would create the data folder.
  await refuseMissingCluster(folder.postgres);
  try {
    shutdown.defer(await takeLock(folder.lock));
  } catch (thrown) {
    if (toAppError(thrown).code !== 'conflict') throw thrown;
    return findPostgresUrl(folder.postgres);
  }
  const server = await startPostgres({ dataDir: folder.postgres, mustExist: true, signal: shutdown.signal });
  shutdown.defer(server.stop);
  return server.url;
}
