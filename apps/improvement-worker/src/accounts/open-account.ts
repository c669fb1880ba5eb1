import type { WriteLog } from '@refrain/connectors';
import { AppError, type Connection } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { createWriteLog } from './write-log.ts';

export type AccountStore = Pick<Store, 'connections' | 'improvements' | 'outbox'>;

export interface Account {
  readonly connection: Connection;
  readonly credential: string;
  readonly log: WriteLog;
}

export async function openAccount(store: AccountStore, connection: Connection): Promise<Account> {
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null) {
    throw new AppError(
      'credential_rejected',
      `No credential is stored for ${connection.account}: connect the account again with a credential`,
    );
  }
  return { connection, credential, log: createWriteLog(store, connection.id) };
}

/** Opens the account of a connection. Returns null if the connection is gone, does not satisfy `fits` or has no credential. */
export async function openAccountIfPossible(
  store: AccountStore,
  connectionId: string,
  fits: (connection: Connection) => boolean,
): Promise<Account | null> {
  const connection = await store.connections.find(connectionId);
  if (connection === null || !fits(connection)) return null;
  const credential = await store.connections.readCredential(connectionId);
  return credential === null ? null : { connection, credential, log: createWriteLog(store, connectionId) };
}
