import { type Kysely, sql, type Transaction } from 'kysely';
import { isLostRace } from './database-error.ts';

const attempts = 3;

/** Runs `work` in a transaction, and again where it lost a deadlock: `work` must have no other effect. */
export function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return retryLostRaces(() => db.transaction().execute(work));
}

/** Runs a transaction, or a statement that is one by itself, again where it lost a deadlock. */
export async function retryLostRaces<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (thrown) {
      if (attempt === attempts || !isLostRace(thrown)) throw thrown;
    }
  }
}

/** Waits until no other transaction holds the lock of this name; held until the transaction ends. */
export async function lockFor<Tables>(transaction: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`refrain/${name}`}, 0))`.execute(transaction);
}

/** Waits until no other transaction holds the lock of this name for itself; others may share it meanwhile. */
export async function shareLockFor<Tables>(transaction: Transaction<Tables>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`refrain/${name}`}, 0))`.execute(transaction);
}

/** Held by whatever writes what analysis found, or removes what it stands on. */
export const analysisLock = 'analysis';
