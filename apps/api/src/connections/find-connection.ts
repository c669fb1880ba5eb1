import { AppError, type Connection } from '@refrain/domain';
import type { Store } from '@refrain/store';

export interface FindConnectionDeps {
  readonly store: Pick<Store, 'connections'>;
}

/** @throws {AppError} `not_found` */
export async function findConnection({ store }: FindConnectionDeps, id: string): Promise<Connection> {
  const connection = await store.connections.find(id);
  if (connection === null) throw new AppError('not_found', `There is no connection ${id.slice(0, 200)}.`);
  return connection;
}

/** @throws {AppError} `conflict` for an archive, which has no account */
export async function readConnectionCredential({ store }: FindConnectionDeps, { id }: Connection): Promise<string> {
  const credential = await store.connections.readCredential(id);
  if (credential !== null) return credential;
  throw new AppError(
    'conflict',
    'An archive has no provider to read from. Import its files with `npx refrain import`.',
  );
}
