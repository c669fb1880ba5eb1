import { AppError } from '@refrain/domain';
import { openClient } from './postgres-pool.ts';

/** What PostgreSQL wants beside the copied files. */
export interface HeldBackup {
  /** Becomes the file `backup_label` in the copied folder: PostgreSQL recovers from there. */
  readonly label: string;
}

/**
 * Lets the files of a running PostgreSQL be copied, as `pg_basebackup` has it: what is written meanwhile is in its log, which is
 * kept for as long. The folder `pg_wal` has to be copied by `copyLog`, after all other files.
 * @see https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 * @param databaseUrl of a user who may back up, on the server whose files they are
 */
export async function holdBackup(
  databaseUrl: string,
  copyFiles: () => Promise<void>,
  copyLog: () => Promise<void>,
): Promise<HeldBackup> {
  const client = await openClient(databaseUrl, 'refrain-backup');
  try {
    // Goes with the connection. Until then no part of the log is removed that the copy needs.
    await client.query(`select pg_create_physical_replication_slot('refrain_backup', true, true)`);
    await client.query(`select pg_backup_start('refrain', true)`);
    await copyFiles();
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    await copyLog();
    const label = rows[0]?.labelfile;
    if (label === undefined) throw new AppError('internal', 'PostgreSQL gave no label for the backup');
    return { label };
  } finally {
    await client.end();
  }
}
