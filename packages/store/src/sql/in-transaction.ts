import { type Kysely, sql, type Transaction } from 'kysely';
import { isConcurrencyConflict } from './database-error.ts';

const attempts = 3;

/**
 * Runs `work` in a transaction, and repeats it after a deadlock. Therefore, `work` must have no effect outside the
 * database.
 */
export function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return retryConcurrencyConflicts(() => db.transaction().execute(work));
}

export async function retryConcurrencyConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (thrown) {
      if (attempt === attempts || !isConcurrencyConflict(thrown)) throw thrown;
    }
  }
}

/** Acquires the named lock until the transaction ends; waits for other holders. */
export async function acquireLock<Tables>(transaction: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`refrain/${name}`}, 0))`.execute(transaction);
}

/** Acquires the named lock in shared mode until the transaction ends; waits for an exclusive holder. */
export async function acquireSharedLock<Tables>(transaction: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`refrain/${name}`}, 0))`.execute(transaction);
}

/** The lock for writing results of the analysis, or deleting their input. */
export const analysisLock = 'analysis';
