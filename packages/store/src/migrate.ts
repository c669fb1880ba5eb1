import { AppError } from '@refrain/domain';
import { type Kysely, type MigrationProvider, Migrator } from 'kysely';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { createMigrationProvider } from './migrations/index.ts';

/**
 * Runs all missing migrations in one transaction, under the advisory lock that kysely takes.
 * @param keyring seals what former versions stored in plain
 * @returns whether the database was empty
 * @throws {AppError} `misconfigured` when the database has migrations that this version does not know
 */
export async function migrateToLatest(db: Kysely<Database>, keyring: Keyring): Promise<boolean> {
  const provider = createMigrationProvider(keyring);
  const known = Object.keys(await provider.getMigrations());
  const { error, results } = await createMigrator(db, provider).migrateToLatest();
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

export function createMigrator(db: Kysely<Database>, provider: MigrationProvider): Migrator {
  return new Migrator({
    db,
    provider,
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  });
}
