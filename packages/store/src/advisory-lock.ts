import { toStoreError } from './database-error.ts';
import { openClient } from './postgres-pool.ts';

/** Longer than any holder should take; whoever waits longer gets `unavailable`. */
const waitLimitMs = 120_000;

export type WithLock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * Mutual exclusion across processes by name. Each holder and each waiter has a connection of its own, so that work which
 * itself needs the pool cannot wait for those who wait for it. PostgreSQL frees the lock when the holder dies.
 */
export function createLock(databaseUrl: string, applicationName: string): WithLock {
  return async (name, work) => {
    const client = await openClient(databaseUrl, applicationName);
    try {
      await client.query(`set lock_timeout = ${waitLimitMs}`);
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`refrain/${name}`]).catch((thrown) => {
        throw toStoreError(thrown);
      });
      return await work();
    } finally {
      await client.end();
    }
  };
}
