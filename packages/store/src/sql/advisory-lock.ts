import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import type pg from 'pg';
import { toStoreError } from './database-error.ts';
import { noticeLoss, openClient } from './postgres-pool.ts';

/** Longer than any holder should take; a longer wait throws `unavailable`. */
const waitLimitMs = 120_000;
/** The pause between two attempts. */
const minPauseMs = 10;
const maxPauseMs = 250;

/**
 * Call this right before an effect that must not happen twice: PostgreSQL may have restarted, and released the lock.
 * @throws {AppError} `unavailable`
 */
export type AssertLockHeld = () => Promise<void>;
export type WithLock = <T>(name: string, work: (assertLockHeld: AssertLockHeld) => Promise<T>) => Promise<T>;

/**
 * Creates mutual exclusion across processes by name. Each holder has its own connection, so that work which needs the
 * pool does not wait for callers that wait for the work. PostgreSQL releases the lock when the holder dies.
 */
export function createLock(databaseUrl: string, applicationName: string): WithLock {
  return async (name, work) => {
    const client = await openClient(databaseUrl, applicationName);
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
 * Acquires the lock in a transaction, because a pooler may give each transaction another server connection, on which a
 * session lock would stay. A waiting caller retries in new transactions; otherwise the waiting ones would take the
 * pooler's connections from the holder.
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
    // At this isolation level, an idle transaction does not hold back `vacuum`, however long the work takes.
    const settings = [['idle_in_transaction_session_timeout', 0], ...noticeLoss];
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
