import { randomBytes } from 'node:crypto';
import { AppError, type Connection, type ConnectionHealth, type ConnectionScope, defaultScope } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';

/** Provider calls on behalf of a waiting person may take this long, in milliseconds. */
export const patienceMs = 30_000;

export interface AccountToConnect {
  readonly provider: 'github' | 'pagerduty';
  /** Null where the provider tells it. */
  readonly account: string | null;
  readonly baseUrl: string;
  readonly credential: string;
  /** Null keeps the stored one. */
  readonly scope: ConnectionScope | null;
  /** Null keeps the stored one; for GitHub one is made where none is stored. */
  readonly webhookSecret: string | null;
}

export interface ConnectedAccount {
  readonly connection: Connection;
  readonly health: ConnectionHealth;
}

/**
 * Asks the provider who the credential is and what it may see.
 * @throws {AppError} what the provider says, and `invalid_input` where it does not tell the account's name
 */
export async function checkAccount({ createSource }: ApiDeps, wanted: AccountToConnect): Promise<ConnectionHealth> {
  const address = { ...wanted, account: wanted.account ?? '', scope: wanted.scope ?? defaultScope };
  const health = await createSource(address, wanted.credential).verify(AbortSignal.timeout(patienceMs));
  if (health.account !== '') return health;
  throw new AppError('invalid_input', 'The provider does not tell the name of the account: give it as `account`.');
}

/**
 * Checks an account, keeps it, and has its webhook seen to.
 * @throws {AppError} as `checkAccount`
 */
export async function connectAccount(deps: ApiDeps, wanted: AccountToConnect): Promise<ConnectedAccount> {
  const health = await checkAccount(deps, wanted);
  // As the provider spells it: the same account in another spelling would be taken in a second time.
  const connection = await deps.store.connections.ensure({
    ...wanted,
    account: health.account,
    ...(wanted.provider === 'github' ? { firstWebhookSecret: randomBytes(32).toString('hex') } : {}),
  });
  await createEnqueueOrLeave(deps)('watch-connection', [{ connectionId: connection.id }]);
  return { connection, health };
}
