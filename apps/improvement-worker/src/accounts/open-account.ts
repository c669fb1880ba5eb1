import type { IssueTracker, ProviderAccess, ProviderRegistry, WriteLog } from '@refrain/connectors';
import { AppError, type Connection } from '@refrain/domain';
import type { Store } from '@refrain/store';

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

/** Creates the audit log of writes through one account. In a dry run each write is only recorded as planned. */
export function createWriteLog(
  { improvements, outbox }: Pick<Store, 'improvements' | 'outbox'>,
  connectionId: string,
): WriteLog {
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

export interface IssueTrackerOpenerDeps {
  readonly providers: ProviderAccess['providers'];
  readonly store: AccountStore;
  readonly createIssueTracker: ProviderAccess['createIssueTracker'];
}

/**
 * Opens the issues of a repository through the account that owns it. All writes go through the audit log.
 * @throws {AppError} `invalid_input` if no such account is connected, `credential_rejected` if it has no credential
 */
export type IssueTrackerOpener = (repository: string) => Promise<IssueTracker>;

export function createIssueTrackerOpener({
  store,
  providers,
  createIssueTracker,
}: IssueTrackerOpenerDeps): IssueTrackerOpener {
  return async (repository) => {
    const chosen = chooseConnection(providers, await store.connections.list(), repository);
    const { connection, credential, log } = await openAccount(store, chosen);
    return createIssueTracker(connection, credential, log);
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
  const fitting = connections
    .filter(({ provider }) => providers.find(provider)?.issues !== undefined)
    .filter(({ account }) => account.toLowerCase() === owner)
    .sort((a, b) => Number(b.status === 'active') - Number(a.status === 'active') || (a.id < b.id ? -1 : 1));
  const [chosen] = fitting;
  if (chosen !== undefined) return chosen;
  const names = providers.entries.flatMap(({ issues, descriptor }) => (issues === undefined ? [] : [descriptor.name]));
  throw new AppError(
    'invalid_input',
    `No connected ${names.join(' or ')} account owns ${repository}: connect that account, or approve the improvement with another repository`,
  );
}
