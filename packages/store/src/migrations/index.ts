import type { Migration, MigrationProvider } from 'kysely';
import { foundation } from './0001-foundation.ts';
import { connectors } from './0002-connectors.ts';

const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-connectors': connectors,
};

/** The migrations as they were built in: none is read from the file system. Never edit one that was released; add the next. */
export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
