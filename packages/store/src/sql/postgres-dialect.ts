import { type Dialect, PostgresAdapter, PostgresDialect, type PostgresPool } from 'kysely';

/** Creates Kysely's dialect without its session lock for migrations: `migrate.ts` takes a transaction lock instead. */
export function createPostgresDialect(pool: PostgresPool): Dialect {
  const dialect = new PostgresDialect({ pool });
  const adapter = Object.assign(new PostgresAdapter(), {
    acquireMigrationLock: async () => {},
    releaseMigrationLock: async () => {},
  });
  return {
    createAdapter: () => adapter,
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}
