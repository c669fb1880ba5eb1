import type { IngestDeps } from '../worker/deps.ts';
import type { EventHandler } from './event-handler.ts';

export function createNameEventHandler({ store, providers }: Pick<IngestDeps, 'store' | 'providers'>): EventHandler {
  return async ({ id }, rows) => {
    const named = rows.map((row) => providers.findMember(row.provider, row)).filter((member) => member !== null);
    await store.connections.learnScopeNames(id, named);
  };
}
