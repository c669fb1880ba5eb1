import { AppError } from '@refrain/domain';
import { type Kysely, type MigrationProvider, type MigrationResultSet, Migrator, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { createMigrationProvider } from './migrations/index.ts';

/**
 * Runs all missing migrations in one transaction, under an advisory lock.
 * @param keyring seals what former versions stored in plain
 * @returns whether the database was empty
 * @throws {AppError} `misconfigured` when the database has migrations that this version does not know
 */
export async function migrateToLatest(db: Kysely<Database>, keyring: Keyring): Promise<boolean> {
  const provider = createMigrationProvider(keyring);
  const known = Object.keys(await provider.getMigrations());
  const { error, results } = await migrateLocked(db, provider);
  if (error === undefined) return results?.[0]?.migrationName === known[0];
  if (error instanceof AppError) throw error;
  const step = results?.find(({ status }) => status === 'Error')?.migrationName;
  if (step !== undefined) throw new AppError('internal', `Migration ${step} failed`, { cause: error });
  throw new AppError(
    'misconfigured',
    `The database was written by a newer version than this one, which ends at ${known.at(-1)}; install the newer version`,
    { cause: error },
  );
}

/** The one that kysely takes, and so every former version: it and this one do not migrate at once. */
const migrationLock = 3853314791062309107n;

/**
 * The lock is of the transaction too: kysely's own is of the session, which a pooler does not keep together. The transaction is
 * begun by hand, as kysely's migrator works on a connection and on none of its transactions.
 */
async function migrateLocked(db: Kysely<Database>, provider: MigrationProvider): Promise<MigrationResultSet> {
  let outcome: MigrationResultSet = {};
  const migrating = db.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    try {
      await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(connection);
      outcome = await createMigrator(connection, provider, { disableTransactions: true }).migrateToLatest();
      if (outcome.error !== undefined) throw outcome.error;
      await sql`commit`.execute(connection);
    } catch (thrown) {
      await sql`rollback`.execute(connection).catch(() => {});
      throw thrown;
    }
  });
  return migrating.then(
    () => outcome,
    (error: unknown) => ({ ...outcome, error }),
  );
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
