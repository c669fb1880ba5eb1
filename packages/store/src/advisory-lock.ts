import { toStoreError } from './database-error.ts';
import { openClient } from './postgres-pool.ts';

/** Longer than any holder should take; whoever waits longer gets `unavailable`. */
const waitLimitMs = 120_000;

/**
 * Within a transaction, as a pooler may give each transaction another connection of the server: a lock of the session would
 * stay behind on one of them. Between its statements a transaction of this level keeps nothing back from `vacuum`.
 */
const begin = `
  begin isolation level read committed;
  set local lock_timeout = ${waitLimitMs};
  set local idle_in_transaction_session_timeout = 0`;

export type WithLock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * Mutual exclusion across processes by name. Each holder and each waiter has a connection of its own, so that work which
 * itself needs the pool cannot wait for those who wait for it. PostgreSQL frees the lock when the holder dies.
 */
export function createLock(databaseUrl: string, applicationName: string): WithLock {
  return async (name, work) => {
    const client = await openClient(databaseUrl, applicationName);
    try {
      await client.query(begin);
      await client
        .query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`refrain/${name}`])
        .catch((thrown) => {
          throw toStoreError(thrown);
        });
      return await work();
    } finally {
      // Whatever comes of this: at the latest the end of the connection frees the lock.
      await client.query('rollback').catch(() => {});
      await client.end();
    }
  };
}
