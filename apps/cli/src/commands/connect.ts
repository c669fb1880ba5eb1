import { readFile } from 'node:fs/promises';
import { AppError, ConnectedAnswer } from '@refrain/domain';
import { Argument, type Command } from 'commander';
import {
  type CommandContext,
  type CommonOptions,
  collect,
  openApi,
  printResult,
  resolveFile,
} from '../command-context.ts';

interface ConnectOptions extends CommonOptions {
  readonly account?: string;
  readonly baseUrl?: string;
  readonly credentialFile?: string;
  readonly webhookSecretFile?: string;
  readonly repository: string[];
  readonly service: string[];
}

export function addConnect(program: Command, context: CommandContext): void {
  program
    .command('connect')
    .description('Connect a GitHub or PagerDuty account')
    .addArgument(new Argument('<provider>', 'whose account').choices(['github', 'pagerduty']))
    .option('--account <name>', 'GitHub organisation or user')
    .option('--base-url <url>', 'API root, where it is not the public one')
    .option('--credential-file <file>', 'file with the token or key; - is standard input')
    .option(
      '--webhook-secret-file <file>',
      'file with the secret that PagerDuty made for its webhooks; - is standard input',
    )
    .option('--repository <glob>', 'only repositories that match, owner/name; may be repeated', collect, [])
    .option('--service <glob>', 'only services that match; may be repeated', collect, [])
    .addHelpText(
      'after',
      '\nThe credential is read from --credential-file, else from REFRAIN_CREDENTIAL; never from an argument, which others on this machine could see. So is the secret of the webhooks: --webhook-secret-file, else REFRAIN_WEBHOOK_SECRET.\n\nConnecting an account again renews its credential; its scope and its webhook secret stay unless they are given.\n\nExamples:\n  gh auth token | npx refrain connect github --account acme --credential-file -\n  REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --service "shop-*"\n  REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --webhook-secret-file secret.txt\n\nThen take in its past: npx refrain backfill',
    )
    .action(async (provider: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConnectOptions>();
      const { account, baseUrl, repository, service } = options;
      const { credential, webhookSecret } = await readSecrets(context, options);
      const connected = await openApi(context, options).post(
        '/v1/connections',
        {
          provider,
          credential,
          ...(webhookSecret === null ? {} : { webhookSecret }),
          ...(account === undefined ? {} : { account }),
          ...(baseUrl === undefined ? {} : { baseUrl }),
          ...(repository.length + service.length === 0
            ? {}
            : { scope: { repositories: repository, services: service } }),
        },
        ConnectedAnswer,
      );
      printResult(context, options, connected, describe(connected));
    });
}

/** @throws {AppError} `invalid_input` where there is no credential, and for a file that is missing or empty */
async function readSecrets(
  context: CommandContext,
  { credentialFile, webhookSecretFile }: ConnectOptions,
): Promise<{ credential: string; webhookSecret: string | null }> {
  if (credentialFile === '-' && webhookSecretFile === '-') {
    throw new AppError(
      'invalid_input',
      'Only one of the two secrets can come from standard input: put one into a file.',
    );
  }
  const credential = (await readSecret(context, credentialFile, 'REFRAIN_CREDENTIAL')).trim();
  if (credential === '') {
    const advice = 'The credential is missing or empty: give --credential-file, or set REFRAIN_CREDENTIAL.';
    throw new AppError('invalid_input', advice);
  }
  const webhookSecret = (await readSecret(context, webhookSecretFile, 'REFRAIN_WEBHOOK_SECRET')).trim();
  if (webhookSecret === '' && webhookSecretFile !== undefined) {
    throw new AppError('invalid_input', 'The webhook secret is empty: check what --webhook-secret-file names.');
  }
  return { credential, webhookSecret: webhookSecret === '' ? null : webhookSecret };
}

async function readSecret(context: CommandContext, file: string | undefined, variable: string): Promise<string> {
  if (file === undefined) return context.env[variable] ?? '';
  if (file === '-') return context.readStandardInput();
  const path = resolveFile(context, file);
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid_input', `Cannot read ${path}: does the file exist?`, { cause });
  });
}

/** What was connected and what to do next, as lines for a person. */
function describe({ connection, health, webhook }: ConnectedAnswer): string {
  const lines = [`Connected ${connection.provider} ${connection.account} (${connection.id}).`];
  if (health) {
    lines.push(`It sees ${health.visible.length} ${connection.provider === 'github' ? 'repositories' : 'services'}.`);
    for (const { permission, costs } of health.missing) lines.push(`Missing permission ${permission}: ${costs}`);
    if (health.budget) lines.push(`Requests left: ${health.budget.remaining} of ${health.budget.limit}.`);
  }
  if (webhook) lines.push(...describeWebhook(connection.provider, webhook));
  lines.push(`Next: npx refrain backfill ${connection.id}`);
  return lines.join('\n');
}

/** PagerDuty makes the secret and shows it once, so it has nothing to be told; GitHub has to be told ours. */
function describeWebhook(provider: string, { url, secret }: NonNullable<ConnectedAnswer['webhook']>): string[] {
  if (provider !== 'pagerduty') return [`Send its webhooks to ${url}`, `with the secret ${secret}`];
  if (secret !== null) return [`Its webhooks come to ${url}, signed with the secret that is stored.`];
  return [
    `Create a webhook subscription in PagerDuty that sends to ${url}`,
    'PagerDuty then shows its secret, once: run this again with that in --webhook-secret-file or REFRAIN_WEBHOOK_SECRET.',
  ];
}
