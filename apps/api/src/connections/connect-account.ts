import { randomBytes } from 'node:crypto';
import type { ProviderAccess } from '@refrain/connectors';
import {
  AppError,
  type Connection,
  type ConnectionHealth,
  type ConnectionScope,
  defaultScope,
  type Provider,
} from '@refrain/domain';
import { createEnqueue } from '../queues/enqueue.ts';
import { hasOwnSubscription, type WebhookRouteDeps } from './webhook-routes.ts';

export type ConnectAccountDeps = Pick<ProviderAccess, 'createSource'> & WebhookRouteDeps;

/** Milliseconds that calls to a provider may take while a person waits. */
export const timeoutMs = 30_000;

export interface AccountToConnect {
  readonly provider: Provider;
  /** Null if the provider reports it. */
  readonly account: string | null;
  readonly baseUrl: string;
  readonly credential: string;
  /** Null keeps the stored one. */
  readonly scope: ConnectionScope | null;
  /** Null keeps the stored one, or creates one if the provider does not. */
  readonly webhookSecret: string | null;
}

export interface ConnectedAccount {
  readonly connection: Connection;
  readonly health: ConnectionHealth;
}

/**
 * Asks the provider which account the credential belongs to and what it may read. @throws {AppError} the provider's
 * error; `invalid_input` if the provider does not report the account's name
 */
export async function checkAccount(
  { createSource }: ConnectAccountDeps,
  wanted: AccountToConnect,
): Promise<ConnectionHealth> {
  const address = { ...wanted, account: wanted.account ?? '', scope: wanted.scope ?? defaultScope };
  const health = await createSource(address, wanted.credential).verify(AbortSignal.timeout(timeoutMs));
  if (health.account !== '') return health;
  throw new AppError(
    'invalid_input',
    'The provider does not report the name of the account. Give it as `account` (on the command line --account).',
  );
}

/**
 * Checks an account, stores its connection, and enqueues the setup of its webhook.
 * @param confirm rejects if the caller's access ended while the provider answered
 * @throws {AppError} as `checkAccount`; `conflict` if a secret is given for a webhook that Refrain created
 */
export async function connectAccount(
  deps: ConnectAccountDeps,
  wanted: AccountToConnect,
  confirm: () => Promise<void>,
): Promise<ConnectedAccount> {
  const health = await checkAccount(deps, wanted);
  await confirm();
  const { name, webhook } = deps.providers.get(wanted.provider).descriptor;
  const isOfAnother = webhook?.secretSource === 'provider' && wanted.webhookSecret !== null;
  if (isOfAnother) await refuseIfOwn(deps, { ...wanted, account: health.account }, name);
  // The provider's spelling of the name: another spelling would create a second connection to the same account.
  const connection = await deps.store.connections.ensure({
    ...wanted,
    account: health.account,
    ...(webhook?.secretSource === 'refrain'
      ? { isWebhookSecretDue: true, firstWebhookSecret: randomBytes(32).toString('hex') }
      : {}),
  });
  if (isOfAnother) await deps.store.connections.setWebhook(connection.id, {}, { webhookId: null });
  await createEnqueue(deps)('check-connection', [{ connectionId: connection.id }]);
  return { connection, health };
}

/** Refuses a new secret while the provider signs with the secret of the webhook that Refrain created. */
async function refuseIfOwn(
  deps: ConnectAccountDeps,
  { provider, account, baseUrl }: Pick<AccountToConnect, 'provider' | 'account' | 'baseUrl'>,
  name: string,
): Promise<void> {
  const stored = (await deps.store.connections.list()).find(
    (other) => other.provider === provider && other.account === account && other.baseUrl === baseUrl,
  );
  if (stored === undefined || !(await hasOwnSubscription(deps, stored.id))) return;
  throw new AppError(
    'conflict',
    `Refrain made this account's ${name} webhook and knows its secret: leave the webhook secret out; for a new one, POST /v1/connections/${stored.id}/webhook-secret.`,
  );
}
