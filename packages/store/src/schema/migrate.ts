import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, minuteInMs } from '@refrain/domain';
import { type Kysely, type MigrationProvider, type MigrationResultSet, Migrator, sql } from 'kysely';
import { isLostRace } from '../sql/database-error.ts';
import type { Database } from './database.ts';
import { isContract, migrationProvider } from './migrations/index.ts';

/** For a table that other work holds, as an import does for minutes. */
const defaultTimeoutMs = 5 * minuteInMs;
/** Whoever wants the table meanwhile waits behind the migration: not for longer than this. */
const lockTimeout = '1s';
/** Between two attempts; the first is long enough for what waited behind the one before. */
const minPauseMs = 500;
const maxPauseMs = 10_000;

/**
 * Runs all missing migrations in one transaction, under an advisory lock.
 * @param timeoutMs how long to wait for tables that other transactions lock
 * @returns the migrations of a newer version that only added to the schema; then none of this version is missing
 * @throws {AppError} `misconfigured` when a newer version has removed what this one needs, `unavailable` when other transactions
 * locked a table for longer than `timeoutMs`
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
      `Migration ${step} waits for a table that other work holds: start again when that is done, or end it (pg_stat_activity tells what it is)`,
      { cause: error },
    );
  }
  if (error instanceof AppError) throw error;
  throw new AppError('internal', `Migration ${step ?? 'of the database'} failed`, { cause: error });
}

/** The one that kysely takes, and so every former version: it and this one do not migrate at once. */
const migrationLock = 3853314791062309107n;

/**
 * The lock is of the transaction too: kysely's own is of the session, which a pooler does not keep together. The transaction is
 * begun by hand, as kysely's migrator works on a connection and on none of its transactions.
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
 * Migrations that were made and this version does not know: those of a newer one, beside which this one may go on.
 * @throws {AppError} `misconfigured` where it may not
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
      `The database was written by a newer version than this one, which ends at ${known.at(-1)} and cannot go on beside ${(blocking.length > 0 ? blocking : newer).join(', ')}; install the newer version`,
    );
  }
  return newer;
}

/**
 * Again and again, each time with all locks on tables given back: what writes to them goes on in between. The lock of migrations is
 * kept, or others that wait to migrate would hold the tables up in turn.
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

/** By a lock that was not to be had in time, or in a deadlock. */
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
