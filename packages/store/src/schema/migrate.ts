import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, minuteInMs } from '@refrain/domain';
import { type Kysely, type MigrationProvider, type MigrationResultSet, Migrator, sql } from 'kysely';
import { isConcurrencyConflict } from '../sql/database-error.ts';
import type { Database } from './database.ts';
import { isContractMigration, migrationProvider } from './migrations/index.ts';

/** How long a migration waits for locked tables. An import may lock tables for minutes. */
const defaultTimeoutMs = 5 * minuteInMs;
/** The time limit of one attempt to lock a table. Until then, other users of the table wait behind this attempt. */
const lockTimeout = '1s';
/** The pause between two attempts, so that transactions that waited during the previous attempt can run. */
const minPauseMs = 500;
const maxPauseMs = 10_000;

/**
 * Runs all missing migrations in one transaction, under an advisory lock.
 * @returns the migrations that a newer version has applied, which only add to the schema; usually an empty list
 * @throws {AppError} `misconfigured` if a newer version has removed something that this version needs, `unavailable` if
 * a table stayed locked for longer than `timeoutMs`
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
      `Migration ${step} could not lock a table that another transaction uses. Start again when that transaction has ended, or terminate it (see pg_stat_activity)`,
      { cause: error },
    );
  }
  if (error instanceof AppError) throw error;
  throw new AppError('internal', `Migration ${step ?? 'of the database'} failed`, { cause: error });
}

/**
 * The key of Kysely's own migration lock. Earlier versions of Refrain acquire it too, so no two processes migrate at
 * once.
 */
const migrationLock = 3853314791062309107n;

/**
 * Migrates in a transaction that holds the migration lock. Behind a pooler, a session lock would be lost. Sends `begin`
 * as a statement, because Kysely's migrator rejects a transaction object.
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
 * Returns the applied migrations that this version does not know.
 * @throws {AppError} `misconfigured` if this version cannot run beside the newer version that applied them
 */
async function readNewer(connection: Kysely<Database>, known: readonly string[]): Promise<string[]> {
  const [found] = (
    await sql<{ table: string | null }>`select to_regclass('schema_migration') as table`.execute(connection)
  ).rows;
  if (found?.table == null) return [];
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(connection);
  const made = new Set(rows.map(({ name }) => name));
  const newer = [...made].filter((name) => !known.includes(name));
  const blocking = newer.filter(isContractMigration);
  if (newer.length > 0 && (blocking.length > 0 || !known.every((name) => made.has(name)))) {
    throw new AppError(
      'misconfigured',
      `A newer version has migrated the database. This version knows only the migrations up to ${known.at(-1)}, and it is incompatible with ${(blocking.length > 0 ? blocking : newer).join(', ')}. Install the newer version`,
    );
  }
  return newer;
}

/**
 * Retries a migration until its tables are not locked. A failed attempt releases its table locks, so that writers can
 * continue. It keeps the migration lock, so that no other migration starts in the meantime.
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

/** Tests whether a lock was not available in time, or a deadlock occurred. */
function isBlocked(error: unknown): boolean {
  return isConcurrencyConflict(error) || (error instanceof AppError && error.context.sqlState === '55P03');
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
