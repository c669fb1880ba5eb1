import type { IssueTracker, ProviderAccess } from '@refrain/connectors';
import { chooseConnection } from './choose-connection.ts';
import { type AccountStore, openAccount } from './open-account.ts';

export interface OpenRepositoryDeps {
  readonly store: AccountStore;
  readonly createIssueTracker: ProviderAccess['createIssueTracker'];
}

/**
 * The issues of a repository, through the account that owns it; everything written passes the audit.
 * @throws {AppError} `invalid_input` when no such account is connected, `credential_rejected` when it has no credential
 */
export type OpenRepository = (repository: string) => Promise<IssueTracker>;

export function createOpenRepository({ store, createIssueTracker }: OpenRepositoryDeps): OpenRepository {
  return async (repository) => {
    const chosen = chooseConnection(await store.connections.list(), repository);
    const { connection, credential, log } = await openAccount(store, chosen);
    return createIssueTracker(connection, credential, log);
  };
}
