import { CheckedAnswer, ConnectedAnswer, type ConnectionScope } from '@refrain/domain';
import { type CommandContext, openApi, printResult } from '../command-context.ts';
import { describeChecked, describeConnected } from './connect-report.ts';
import { readSecrets, type SecretOptions } from './connect-secrets.ts';
import { awaitWebhook } from './connect-webhook.ts';

/** What both providers' accounts are connected by. */
export interface AccountOptions extends SecretOptions {
  readonly baseUrl?: string;
  readonly check?: boolean;
}

export interface WantedAccount {
  readonly provider: 'github' | 'pagerduty';
  readonly account?: string | undefined;
  readonly region?: 'us' | 'eu' | undefined;
  readonly scope: Partial<ConnectionScope> | null;
  /** What is sent of the secret that was read; the same unless told. */
  readonly toCredential?: (secret: string) => string;
}

/** Connects an account, or with `--check` looks at what that would find; prints either. */
export async function connectAccount(
  context: CommandContext,
  options: AccountOptions,
  { provider, account, region, scope, toCredential = (secret) => secret }: WantedAccount,
): Promise<void> {
  const { credential, webhookSecret } = await readSecrets(context, options);
  const api = openApi(context, options);
  const wanted = {
    provider,
    account,
    region,
    baseUrl: options.baseUrl,
    credential: toCredential(credential),
    ...(webhookSecret === null ? {} : { webhookSecret }),
    ...(scope === null ? {} : { scope }),
  };
  if (options.check) {
    const checked = await api.post('/v1/connections/check', wanted, CheckedAnswer);
    printResult(context, options, checked, describeChecked(provider, checked));
    return;
  }
  const posted = await api.post('/v1/connections', wanted, ConnectedAnswer);
  const { connection } = posted;
  const settled = await awaitWebhook(api, connection, connection.webhook.checkedAt, context.webhookPace);
  const connected = { ...posted, connection: settled };
  printResult(context, options, connected, describeConnected(connected));
}
