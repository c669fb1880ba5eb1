import { namedRepository } from '@refrain/connectors';
import type { IngestDeps } from '../worker/deps.ts';
import type { EventHandler } from './event-handler.ts';

/** Stores the names that events use for repositories, so that a rename is noticed. */
export function createLearnNames({ store }: Pick<IngestDeps, 'store'>): EventHandler {
  return async ({ id }, rows) => {
    const named = rows.map((row) => namedRepository(row.provider, row)).filter((repository) => repository !== null);
    await store.connections.learnScopeNames(id, named);
  };
}
