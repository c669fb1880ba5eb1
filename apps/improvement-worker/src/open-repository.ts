import type { IssueTracker, ProviderAccess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { chooseConnection } from './choose-connection.ts';
import { createWriteLog } from './write-log.ts';

export interface OpenRepositoryDeps {
  readonly store: Pick<Store, 'connections' | 'policies' | 'providerWrites'>;
  readonly createIssueTracker: ProviderAccess['createIssueTracker'];
}

/**
 * The issues of a repository, through the account that owns it; everything written passes the audit.
 * @throws {AppError} `invalid_input` when no such account is connected, `credential_rejected` when it has no credential
 */
export type OpenRepository = (repository: string) => Promise<IssueTracker>;

export function createOpenRepository({ store, createIssueTracker }: OpenRepositoryDeps): OpenRepository {
  return async (repository) => {
    const connection = chooseConnection(await store.connections.list(), repository);
    const credential = await store.connections.readCredential(connection.id);
    if (credential === null) {
      throw new AppError(
        'credential_rejected',
        `No credential is stored for ${connection.account}: connect it again with one`,
      );
    }
    return createIssueTracker(connection, credential, createWriteLog(store, connection.id));
  };
}
