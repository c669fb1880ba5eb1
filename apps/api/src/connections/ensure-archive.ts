import type { Connection } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';

/** Returns the archive with this name, and creates it if it does not exist. */
export function ensureArchive({ store }: ApiDeps, name: string): Promise<Connection> {
  const none = { baseUrl: null, credential: null, webhookSecret: null, scope: null };
  return store.connections.ensure({ provider: 'archive', account: name, ...none });
}
