import { randomBytes } from 'node:crypto';
import { matchesAnyPattern } from '@refrain/connectors';
import {
  AppError,
  type Connection,
  type ConnectionCheckResponse,
  type ConnectionHealth,
  type ConnectionScope,
  defaultConnectionScope,
  type Provider,
} from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { canReadCreatedWebhook } from './webhook-routes.ts';

/** The maximum time of a request to a provider. It is short, because a person waits for the response. */
export const providerTimeoutMs = 30_000;

export interface AccountToConnect {
  readonly provider: Provider;
  /** The name of the account; null if the provider reports it. */
  readonly account: string | null;
  readonly baseUrl: string;
  readonly credential: string;
  /** Null keeps the stored scope. */
  readonly scope: ConnectionScope | null;
  /** Null keeps the stored secret. If none is stored, Refrain creates one, unless the provider creates it. */
  readonly webhookSecret: string | null;
}

export interface ConnectedAccount {
  readonly connection: Connection;
  readonly health: ConnectionHealth;
}

/**
 * Requests the account and the permissions of a credential from the provider.
 * @throws {AppError} the provider's error; `invalid_input` if the name of the account is unknown
 */
export async function checkAccount({ createSource }: ApiDeps, wanted: AccountToConnect): Promise<ConnectionHealth> {
  const connection = { ...wanted, account: wanted.account ?? '', scope: wanted.scope ?? defaultConnectionScope };
  const health = await createSource(connection, wanted.credential).verify(AbortSignal.timeout(providerTimeoutMs));
  if (health.account !== '') return health;
  throw new AppError(
    'invalid_input',
    'The provider does not report the name of the account. Specify the name as `account` (on the command line --account).',
  );
}

/**
 * Checks an account, stores the connection, and enqueues the setup of the webhook.
 * @param confirm rejects if the caller's access ended during the requests to the provider
 * @throws {AppError} like `checkAccount`; `conflict` if a secret is given for a webhook that Refrain created
 */
export async function connectAccount(
  deps: ApiDeps,
  wanted: AccountToConnect,
  confirm: () => Promise<void>,
): Promise<ConnectedAccount> {
  const health = await checkAccount(deps, wanted);
  await confirm();
  const { name, webhook } = deps.providers.get(wanted.provider).descriptor;
  const isOfOtherWebhook = webhook?.secretSource === 'provider' && wanted.webhookSecret !== null;
  if (isOfOtherWebhook) await refuseIfOwnWebhook(deps, { ...wanted, account: health.account }, name);
  // Uses the provider's spelling of the name. Another spelling would create a second connection to the account.
  const connection = await deps.store.connections.ensure({
    ...wanted,
    account: health.account,
    ...(webhook?.secretSource === 'refrain'
      ? { isWebhookSecretDue: true, firstWebhookSecret: randomBytes(32).toString('hex') }
      : {}),
  });
  if (isOfOtherWebhook) await deps.store.connections.setWebhook(connection.id, {}, { webhookId: null });
  await createJobEnqueuer(deps)('check-connection', [{ connectionId: connection.id }]);
  return { connection, health };
}

/** @throws {AppError} `conflict` if Refrain created the webhook, because the provider would keep using the old secret */
async function refuseIfOwnWebhook(
  deps: ApiDeps,
  { provider, account, baseUrl }: Pick<AccountToConnect, 'provider' | 'account' | 'baseUrl'>,
  name: string,
): Promise<void> {
  const stored = (await deps.store.connections.list()).find(
    (other) => other.provider === provider && other.account === account && other.baseUrl === baseUrl,
  );
  if (stored === undefined || !(await canReadCreatedWebhook(deps, stored.id))) return;
  throw new AppError(
    'conflict',
    `Refrain created the ${name} webhook of this account and knows the secret. Omit the webhook secret. To get a new secret, send POST /v1/connections/${stored.id}/webhook-secret.`,
  );
}

/**
 * Returns what would be imported from an account.
 * @throws {AppError} like `checkAccount`
 */
export async function previewAccountImport(deps: ApiDeps, account: AccountToConnect): Promise<ConnectionCheckResponse> {
  const health = await checkAccount(deps, account);
  const scope = account.scope ?? defaultConnectionScope;
  const source = deps.createSource({ ...account, account: health.account, scope }, account.credential);
  const signal = AbortSignal.timeout(providerTimeoutMs);
  const matched = await source.listInScope(scope, new Set(), signal);
  const matchesNothing = (pattern: string) => !health.visible.some((name) => matchesAnyPattern([pattern], name));
  const selection = deps.providers.get(account.provider).descriptor.scope;
  const selected = selection === null ? [] : scope[selection.selects];
  const folders = selection?.refinements.includes('postmortemFolders') ? scope.postmortemFolders : [];
  return {
    health,
    matched: matched.map(({ name }) => name),
    unmatched: [
      ...selected.filter(matchesNothing),
      ...folders.filter((folder) => matchesNothing(folder.split(':', 1)[0] ?? '')),
    ],
    streams: await source.listStreams(scope, signal),
  };
}
