import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import type pg from 'pg';
import { toStoreError } from './database-error.ts';
import { keepaliveSettings, openPostgresClient } from './postgres-pool.ts';

/** Milliseconds after which waiting for the lock throws `unavailable`. No holder should keep the lock that long. */
const waitLimitMs = 120_000;
const minPauseMs = 10;
const maxPauseMs = 250;

/**
 * Throws `unavailable` if the lock may have been lost, for example because PostgreSQL has restarted. Call this right
 * before an effect that must not happen twice.
 */
export type AssertLockHeld = () => Promise<void>;
export type RunWithLock = <T>(name: string, work: (assertLockHeld: AssertLockHeld) => Promise<T>) => Promise<T>;

/**
 * Creates a function that runs work while it holds a lock, which only one process at a time can hold. Each caller uses
 * a separate connection. Otherwise waiting callers could use up the pool that the holder needs.
 */
export function createAdvisoryLock(databaseUrl: string, applicationName: string): RunWithLock {
  return async (name, work) => {
    const client = await openPostgresClient(databaseUrl, applicationName);
    try {
      await untilLocked(client, `refrain/${name}`);
      return await work(async () => {
        await client.query('select 1').catch((thrown: unknown) => {
          throw toStoreError(thrown);
        });
      });
    } finally {
      // Errors are ignored, because closing the connection releases the lock.
      await client.query('rollback').catch(() => {});
      await client.end();
    }
  };
}

/**
 * Acquires the lock in a transaction, because a pooler such as PgBouncer would leave a session lock on a shared server
 * connection. Each retry is a new transaction, so that waiting callers do not use up the pooler's connections.
 */
async function untilLocked(client: pg.Client, name: string): Promise<void> {
  const deadline = performance.now() + waitLimitMs;
  for (let pauseMs = minPauseMs; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
    if (await tryToLock(client, name)) return;
    if (performance.now() > deadline) {
      throw new AppError('unavailable', 'Another process has held this lock for two minutes. Try again later');
    }
    await sleep(pauseMs * (0.5 + Math.random() / 2));
  }
}

async function tryToLock(client: pg.Client, name: string): Promise<boolean> {
  try {
    // With another isolation level, the idle transaction would prevent `vacuum` from removing dead rows.
    const settings = [['idle_in_transaction_session_timeout', 0], ...keepaliveSettings];
    const statements = settings.map(([name, value]) => `set local ${name} = ${value}`).join('; ');
    await client.query(`begin isolation level read committed; ${statements}`);
    const lock = 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked';
    const { rows } = await client.query<{ locked: boolean }>(lock, [name]);
    if (rows[0]?.locked === true) return true;
    await client.query('rollback');
    return false;
  } catch (thrown) {
    throw toStoreError(thrown);
  }
}
