import type { ProviderRegistry, WriteLog } from '@refrain/connectors';
import { AppError, type Connection } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { ImprovementDeps, IssueDeps } from '../improvement-deps.ts';

/** The arguments with which `ProviderAccess` creates a client that writes through an account. */
export type OpenedAccount = readonly [connection: Connection, credential: string, log: WriteLog];

export async function openAccount(store: Store, connection: Connection): Promise<OpenedAccount> {
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null) {
    throw new AppError(
      'credential_rejected',
      `No credential is stored for ${connection.account}: connect the account again with a credential`,
    );
  }
  return [connection, credential, createWriteLog(store, connection.id)];
}

/** Returns null if the connection is gone, does not satisfy `fits` or has no credential. */
export async function openAccountIfPossible(
  store: Store,
  connectionId: string,
  fits: (connection: Connection) => boolean,
): Promise<OpenedAccount | null> {
  const connection = await store.connections.find(connectionId);
  if (connection === null || !fits(connection)) return null;
  const credential = await store.connections.readCredential(connectionId);
  return credential === null ? null : [connection, credential, createWriteLog(store, connectionId)];
}

/** Creates the audit log of writes through one account. In a dry run each write is only recorded as planned. */
function createWriteLog({ improvements, outbox }: Store, connectionId: string): WriteLog {
  return {
    async begin(write) {
      const { policy } = await improvements.findPolicy();
      if (!policy.dryRun) return outbox.beginWrite(connectionId, write);
      await outbox.planWrite(connectionId, write);
      return null;
    },
    complete: outbox.finishWrite,
  };
}

export function createIssueTrackerOpener({
  store,
  providers,
  createIssueTracker,
}: Pick<ImprovementDeps, 'store' | 'providers' | 'createIssueTracker'>): IssueDeps['openRepository'] {
  return async (repository) => {
    const chosen = chooseConnection(providers, await store.connections.list(), repository);
    return createIssueTracker(...(await openAccount(store, chosen)));
  };
}

/**
 * Chooses a connection whose account owns the repository, preferably an active one.
 * @throws {AppError} `invalid_input` if no such account is connected
 */
export function chooseConnection(
  providers: ProviderRegistry,
  connections: readonly Connection[],
  repository: string,
): Connection {
  const owner = repository.split('/')[0]?.toLowerCase();
  const [chosen] = connections
    .filter(({ provider }) => providers.find(provider)?.issues !== undefined)
    .filter(({ account }) => account.toLowerCase() === owner)
    .sort((a, b) => Number(b.status === 'active') - Number(a.status === 'active') || (a.id < b.id ? -1 : 1));
  if (chosen !== undefined) return chosen;
  const names = providers.entries.flatMap(({ issues, descriptor }) => (issues === undefined ? [] : [descriptor.name]));
  throw new AppError(
    'invalid_input',
    `No connected ${names.join(' or ')} account owns ${repository}: connect that account, or approve the improvement with another repository`,
  );
}
