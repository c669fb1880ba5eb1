import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, minuteInMs } from '@refrain/domain';
import { type Kysely, type MigrationProvider, type MigrationResultSet, Migrator, sql } from 'kysely';
import { isLostRace } from '../sql/database-error.ts';
import type { Database } from './database.ts';
import { isContract, migrationProvider } from './migrations/index.ts';

/** The time to wait for tables that other work locks, such as an import that takes minutes. */
const defaultTimeoutMs = 5 * minuteInMs;
/** Other users of the table wait behind the migration, so each attempt takes at most this. */
const lockTimeout = '1s';
/** The pause between two attempts; the first is long enough for the work that waited behind the previous one. */
const minPauseMs = 500;
const maxPauseMs = 10_000;

/**
 * Runs all missing migrations in one transaction, under an advisory lock.
 * @param timeoutMs how long to wait for tables that other transactions lock
 * @returns the migrations of a newer version that only added to the schema; then none of this version is missing
 * @throws {AppError} `misconfigured` when a newer version has removed what this one needs, `unavailable` when other
 * transactions locked a table for longer than `timeoutMs`
 */
export async function migrateToLatest(
  db: Kysely<Database>,
  timeoutMs = defaultTimeoutMs,
  provider = migrationProvider,
): Promise<readonly string[]> {
  const known = Object.keys(await provider.getMigrations());
  const { newer, error, results } = await migrateLocked(db, provider, known, timeoutMs);
  if (error === undefined) return newer;
  if (error instanceof AppError && error.code === 'misconfigured') throw error;
  const step = results?.find(({ status }) => status === 'Error')?.migrationName;
  if (step !== undefined && isBlocked(error)) {
    throw new AppError(
      'unavailable',
      `Migration ${step} waits for a table that other work locks. Start again when that has ended, or end it (see pg_stat_activity)`,
      { cause: error },
    );
  }
  if (error instanceof AppError) throw error;
  throw new AppError('internal', `Migration ${step ?? 'of the database'} failed`, { cause: error });
}

/** Kysely's lock, which every earlier version takes too, so that it and this version do not migrate at once. */
const migrationLock = 3853314791062309107n;

/**
 * The lock belongs to the transaction: kysely's own belongs to the session, which a pooler does not keep. The
 * transaction is started by a statement, because kysely's migrator requires a connection and rejects a transaction.
 */
async function migrateLocked(
  db: Kysely<Database>,
  provider: MigrationProvider,
  known: readonly string[],
  timeoutMs: number,
): Promise<MigrationResultSet & { readonly newer: readonly string[] }> {
  let outcome: MigrationResultSet = {};
  let newer: readonly string[] = [];
  const migrating = db.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    try {
      await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(connection);
      newer = await readNewer(connection, known);
      const migrator = createMigrator(connection, provider, { disableTransactions: true });
      if (newer.length === 0) {
        outcome = await whenTablesAreFree(connection, () => migrator.migrateToLatest(), timeoutMs);
      }
      if (outcome.error !== undefined) throw outcome.error;
      await sql`commit`.execute(connection);
    } catch (thrown) {
      await sql`rollback`.execute(connection).catch(() => {});
      throw thrown;
    }
  });
  return migrating.then(
    () => ({ ...outcome, newer }),
    (error: unknown) => ({ ...outcome, newer, error }),
  );
}

/**
 * Returns the applied migrations that this version does not know, if it can run beside the newer version that made
 * them.
 * @throws {AppError} `misconfigured` if it cannot
 */
async function readNewer(connection: Kysely<Database>, known: readonly string[]): Promise<string[]> {
  const [found] = (
    await sql<{ table: string | null }>`select to_regclass('schema_migration') as table`.execute(connection)
  ).rows;
  if (found?.table == null) return [];
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(connection);
  const made = new Set(rows.map(({ name }) => name));
  const newer = [...made].filter((name) => !known.includes(name));
  const blocking = newer.filter(isContract);
  if (newer.length > 0 && (blocking.length > 0 || !known.every((name) => made.has(name)))) {
    throw new AppError(
      'misconfigured',
      `A newer version has migrated the database. This version ends at ${known.at(-1)} and cannot run beside ${(blocking.length > 0 ? blocking : newer).join(', ')}; install the newer version`,
    );
  }
  return newer;
}

/**
 * Retries and releases all table locks after each attempt, so that writers continue in between. Keeps the migration
 * lock, because other waiting migrations would otherwise block the tables in turn.
 */
async function whenTablesAreFree(
  connection: Kysely<Database>,
  migrate: () => Promise<MigrationResultSet>,
  timeoutMs: number,
): Promise<MigrationResultSet> {
  const deadline = performance.now() + timeoutMs;
  await sql`set local lock_timeout = ${sql.lit(lockTimeout)}`.execute(connection);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(connection);
  await sql`savepoint migrating`.execute(connection);
  for (let pauseMs = minPauseMs; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
    const outcome = await migrate();
    if (!isBlocked(outcome.error) || performance.now() > deadline) return outcome;
    await sql`rollback to savepoint migrating`.execute(connection);
    await sleep(pauseMs);
  }
}

/** Returns whether a lock was not available in time, or a deadlock occurred. */
function isBlocked(error: unknown): boolean {
  return isLostRace(error) || (error instanceof AppError && error.context.sqlState === '55P03');
}

export function createMigrator(
  db: Kysely<Database>,
  provider: MigrationProvider,
  options: { readonly disableTransactions?: boolean } = {},
): Migrator {
  return new Migrator({
    db,
    provider,
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    ...options,
  });
}
