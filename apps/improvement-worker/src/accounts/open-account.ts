import type { WriteLog } from '@refrain/connectors';
import { AppError, type Connection, type Provider } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { createWriteLog } from './write-log.ts';

export type AccountStore = Pick<Store, 'connections' | 'improvements' | 'outbox'>;

export type ConnectionOf<Which extends Provider> = Connection & { readonly provider: Which };

/** A connected account for requests and writes. All writes go through the audit log. */
export interface Account<Which extends Provider> {
  readonly connection: ConnectionOf<Which>;
  readonly credential: string;
  readonly log: WriteLog;
}

export function isOf<Which extends Provider>(
  connection: Connection,
  provider: Which,
): connection is ConnectionOf<Which> {
  return connection.provider === provider;
}

/** @throws {AppError} `credential_rejected` if the connection has no credential */
export async function openAccount<Which extends Provider>(
  store: AccountStore,
  connection: ConnectionOf<Which>,
): Promise<Account<Which>> {
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null) {
    throw new AppError(
      'credential_rejected',
      `No credential is stored for ${connection.account}: connect it again with one`,
    );
  }
  return { connection, credential, log: createWriteLog(store, connection.id) };
}

/** Opens an account like `openAccount`; null if the connection is of another provider, is gone or has no credential. */
export async function findAccount<Which extends Provider>(
  store: AccountStore,
  connectionId: string,
  provider: Which,
): Promise<Account<Which> | null> {
  const connection = await store.connections.find(connectionId);
  if (connection === null || !isOf(connection, provider)) return null;
  const credential = await store.connections.readCredential(connectionId);
  return credential === null ? null : { connection, credential, log: createWriteLog(store, connectionId) };
}
