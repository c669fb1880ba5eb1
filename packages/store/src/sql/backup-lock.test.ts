import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';
import { makeDatabaseBackup } from './backup-lock.ts';

// A single test covers all cases, because all backups of a server use the same replication slot.
test('a second backup is rejected, and a backup ends immediately if it is aborted or loses its connection', async () => {
  const { databaseUrl, query } = await openStoreUnderTest();
  const { signal } = new AbortController();
  const noCopy = async () => {};
  const hold = (copyFiles: () => Promise<void>, until = signal) =>
    makeDatabaseBackup(databaseUrl, copyFiles, noCopy, until);

  let second: unknown;
  const first = await hold(async () => {
    second = await hold(noCopy).catch((thrown) => thrown);
  });
  expect(first.label).toContain('LABEL: refrain');
  expect(second).toMatchObject({
    code: 'conflict',
    message:
      'Another backup of this database is running. Wait until it has ended, or stop it if it hangs, then run the backup again.',
  });

  // PostgreSQL terminates the connection if the replication slot keeps too much of the log.
  const terminate = () =>
    query(`select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'refrain-backup'`);
  await expect(hold(async () => void (await terminate()))).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('PostgreSQL has ended the connection of the backup'),
  });

  const controller = new AbortController();
  const reason = new Error('stopped by SIGINT');
  await expect(hold(async () => controller.abort(reason), controller.signal)).rejects.toBe(reason);
  await expect.poll(() => query(`select from pg_replication_slots where slot_name = 'refrain_backup'`)).toEqual([]);
});
