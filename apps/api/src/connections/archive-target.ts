import type { Connection } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import type { ImportTarget } from './store-records.ts';

/** Returns the archive with this name as the target of an import. */
export function createArchiveTarget({ store }: Pick<ApiDeps, 'store'>, name: string): ImportTarget {
  const none = { baseUrl: null, credential: null, webhookSecret: null, scope: null };
  return {
    find: async () => (await store.connections.list()).find((connection) => isArchive(connection, name)) ?? null,
    ensure: () => store.connections.ensure({ provider: 'archive', account: name, ...none }),
  };
}

function isArchive({ provider, account }: Connection, name: string): boolean {
  return provider === 'archive' && account === name;
}
