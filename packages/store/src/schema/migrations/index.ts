import type { MigrationProvider } from 'kysely';
import { initialSchema } from './0001-initial-schema/index.ts';

/**
 * Provides the migrations, by name. Never edit one that was released; add the next. A migration that takes something
 * away has a name that ends in `-contract`.
 */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => ({ '0001-initial-schema': initialSchema }),
};

/**
 * Returns whether a migration removes something that the previous version needs, by its name. Processes of that version
 * are then refused; beside any other migration they continue and can be restarted.
 */
export function isContract(name: string): boolean {
  return name.endsWith('-contract');
}
