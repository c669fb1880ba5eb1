import { AppError } from '@refrain/domain';
import { type Kysely, Migrator } from 'kysely';
import type { Database } from './database.ts';
import { migrationProvider } from './migrations/index.ts';

/**
 * Runs all missing migrations in one transaction, under the advisory lock that kysely takes.
 * @throws {AppError} `misconfigured` when the database has migrations that this version does not know
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<void> {
  const known = Object.keys(await migrationProvider.getMigrations());
  const migrator = new Migrator({
    db,
    provider: migrationProvider,
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof AppError) throw error;
  const step = results?.find(({ status }) => status === 'Error')?.migrationName;
  if (step !== undefined) throw new AppError('internal', `Migration ${step} failed`, { cause: error });
  throw new AppError(
    'misconfigured',
    `The database was written by a newer version than this one, which ends at ${known.at(-1)}; install the newer version`,
    { cause: error },
  );
}
