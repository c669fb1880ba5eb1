import type { IssueTracker, ProviderAccess } from '@refrain/connectors';
import { chooseConnection } from './choose-connection.ts';
import { type AccountStore, openAccount } from './open-account.ts';

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
