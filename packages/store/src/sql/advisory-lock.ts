import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@refrain/domain';
import type pg from 'pg';
import { toStoreError } from './database-error.ts';
import { noticeLoss, openClient } from './postgres-pool.ts';

/** Longer than any holder should take; whoever waits longer gets `unavailable`. */
const waitLimitMs = 120_000;
/** Between two looks whether the lock is free. */
const minPauseMs = 10;
const maxPauseMs = 250;

/** Asked right before what must not be done twice: PostgreSQL may have gone meanwhile, and the lock with it. @throws {AppError} `unavailable` */
export type AssertLockHeld = () => Promise<void>;
export type WithLock = <T>(name: string, work: (assertLockHeld: AssertLockHeld) => Promise<T>) => Promise<T>;

/**
 * Mutual exclusion across processes by name. Each holder has a connection of its own, so that work which itself needs the pool
 * cannot wait for those who wait for it. PostgreSQL frees the lock when the holder dies.
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
      // Whatever comes of this: at the latest the end of the connection frees the lock.
      await client.query('rollback').catch(() => {});
      await client.end();
    }
  };
}

/**
 * The lock is of a transaction, as a pooler may give each transaction another connection of the server: a lock of the session would
 * stay behind on one of them. Who waits asks again and again, each time in a transaction of its own: those who waited within
 * one would take the pooler's connections from the one they wait for.
 */
async function untilLocked(client: pg.Client, name: string): Promise<void> {
  const deadline = performance.now() + waitLimitMs;
  for (let pauseMs = minPauseMs; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
    if (await tryToLock(client, name)) return;
    if (performance.now() > deadline) {
      throw new AppError('unavailable', 'Another process has worked on the same for two minutes: try again later');
    }
    await sleep(pauseMs * (0.5 + Math.random() / 2));
  }
}

async function tryToLock(client: pg.Client, name: string): Promise<boolean> {
  try {
    // Between its statements a transaction of this level keeps nothing back from `vacuum`, however long the work takes.
    const settings = [['idle_in_transaction_session_timeout', 0], ...noticeLoss];
    const own = settings.map(([name, value]) => `set local ${name} = ${value}`).join('; ');
    await client.query(`begin isolation level read committed; ${own}`);
    const lock = 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked';
    const { rows } = await client.query<{ locked: boolean }>(lock, [name]);
    if (rows[0]?.locked === true) return true;
    await client.query('rollback');
    return false;
  } catch (thrown) {
    throw toStoreError(thrown);
  }
}
