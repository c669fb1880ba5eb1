import { type Dialect, PostgresAdapter, PostgresDialect, type PostgresPool } from 'kysely';

/** Kysely's, but that it takes no lock of the session for migrations: `migrate.ts` takes one of the transaction. */
export function createDialect(pool: PostgresPool): Dialect {
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
