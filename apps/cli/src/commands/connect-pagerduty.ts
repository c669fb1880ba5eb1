import { AppError } from '@refrain/domain';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { type AccountOptions, connectAccount } from './connect-account.ts';
import { addPagerDutyScope, readScope, type ScopeOptions, scopeHelp } from './connect-scope.ts';
import { addSecretOptions, secretsHelp } from './connect-secrets.ts';

interface PagerDutyOptions extends AccountOptions, ScopeOptions {
  readonly account?: string;
  readonly region: 'us' | 'eu';
  readonly appId?: string;
  readonly identityUrl?: string;
}

export function addConnectPagerDuty(connect: Command, context: CommandContext): void {
  const command = connect
    .command('pagerduty')
    .description('Connect a PagerDuty account, by a REST API key or by a scoped OAuth app')
    .option('--account <subdomain>', 'subdomain of the account; needed with --app-id, a key tells it')
    .addOption(new Option('--region <region>', 'where the account lives').choices(['us', 'eu']).default('us'))
    .option('--app-id <id>', "client id of a scoped OAuth app; the credential is the app's client secret then")
    .option('--identity-url <url>', 'where tokens of apps are given out, where it is not identity.pagerduty.com')
    .option('--base-url <url>', 'API root, where it is not that of the region');
  addSecretOptions(command, "the key, or the app's client secret");
  addPagerDutyScope(command)
    .option('--check', 'only look: what is seen, what would be taken in, what is missing')
    .addHelpText(
      'after',
      `
By key: Integrations → API Access Keys; a read-only one cannot set up the webhook and cannot write notes. By app: Integrations →
App Registration → Scoped OAuth, with incidents.read, services.read, change_events.read, incidents.write,
webhook_subscriptions.read and webhook_subscriptions.write.
${secretsHelp}
${scopeHelp}

Examples:
  REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --region eu
  npx refrain connect pagerduty --app-id 4c1d… --account acme --credential-file secret.txt
  REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --service "shop-*" --check`,
    )
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<PagerDutyOptions>();
      const { account, region } = options;
      const scope = readScope(options);
      await connectAccount(context, options, {
        provider: 'pagerduty',
        account,
        region,
        scope,
        toCredential: (secret) => toCredential(options, secret),
      });
    });
}

/** A key as it is; the secret of an app with all that belongs to it. */
function toCredential({ appId, account, region, identityUrl }: PagerDutyOptions, secret: string): string {
  if (appId === undefined) return secret;
  if (account === undefined) {
    throw new AppError('invalid_input', 'An app needs --account: the subdomain of the PagerDuty account.');
  }
  const app = { kind: 'pagerduty_app', clientId: appId, clientSecret: secret, subdomain: account, region };
  return JSON.stringify({ ...app, ...(identityUrl === undefined ? {} : { identityUrl }) });
}
