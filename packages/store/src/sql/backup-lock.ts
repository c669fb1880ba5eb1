import { AppError } from '@refrain/domain';
import { toStoreError } from './database-error.ts';
import { openPostgresClient } from './postgres-pool.ts';

export interface BackupLabel {
  /** The content of the file `backup_label`, without which PostgreSQL cannot recover from the copied files. */
  readonly label: string;
}

/**
 * Makes a backup of a running PostgreSQL, like `pg_basebackup`. `copyFiles` copies all files except the write-ahead
 * log. Then `copyLog` copies the log from the folder `pg_wal`, which contains the writes that were made during the
 * backup.
 * @see https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 * @param databaseUrl URL with a user who may make backups
 * @param signal aborts the backup
 * @throws {AppError} `conflict` if another backup of this server is running; `unavailable` if the connection was lost
 */
export async function makeDatabaseBackup(
  databaseUrl: string,
  copyFiles: () => Promise<void>,
  copyLog: () => Promise<void>,
  signal: AbortSignal,
): Promise<BackupLabel> {
  signal.throwIfAborted();
  const client = await openPostgresClient(databaseUrl, 'refrain-backup');
  const stop = () => void client.end().catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    // The replication slot ends with the connection. Until then, PostgreSQL keeps the write-ahead log.
    await client
      .query(`select pg_create_physical_replication_slot('refrain_backup', true, true)`)
      .catch(refuseSecondBackup);
    await client.query(`select pg_backup_start('refrain', true)`).catch(describeLoss);
    await copyFiles();
    const { rows } = await client
      .query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
      .catch(describeLoss);
    await copyLog();
    // PostgreSQL ends the connection if it had to remove a part of the log that the copy needs.
    await client.query('select 1').catch(describeLoss);
    const label = rows[0]?.labelfile;
    if (label === undefined) throw new AppError('internal', 'PostgreSQL returned no label for the backup');
    return { label };
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown;
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end();
  }
}

/** 42710 is `duplicate_object`: https://www.postgresql.org/docs/18/errcodes-appendix.html */
function refuseSecondBackup(thrown: unknown): never {
  if ((thrown as { readonly code?: string }).code !== '42710') throw toStoreError(thrown);
  throw new AppError(
    'conflict',
    'Another backup of this database is running. Wait until it has ended, or stop it if it hangs, then run the backup again.',
    { cause: thrown },
  );
}

function describeLoss(thrown: unknown): never {
  const cause = toStoreError(thrown);
  if (cause.code !== 'unavailable') throw cause;
  throw new AppError(
    'unavailable',
    'PostgreSQL has ended the connection of the backup, because it was stopped or because 4 GB were written to its log since the backup began. Run the backup again, to a faster disk if it took long.',
    { cause },
  );
}
