import { readFile } from 'node:fs/promises';
import { AppError, Connection, ConnectionHealth } from '@refrain/domain';
import { Argument, type Command } from 'commander';
import { z } from 'zod';
import { type CommandContext, type CommonOptions, collect, openApi, printResult } from '../command-context.ts';

const Connected = z.object({
  connection: Connection,
  health: ConnectionHealth.nullable(),
  webhook: z.object({ url: z.string(), secret: z.string() }).nullable(),
});

interface ConnectOptions extends CommonOptions {
  readonly account?: string;
  readonly baseUrl?: string;
  readonly credentialFile?: string;
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
    .option('--repository <glob>', 'only repositories that match, owner/name; may be repeated', collect, [])
    .option('--service <glob>', 'only services that match; may be repeated', collect, [])
    .addHelpText(
      'after',
      '\nThe credential is read from --credential-file, else from REFRAIN_CREDENTIAL; never from an argument, which others on this machine could see.\n\nExamples:\n  gh auth token | refrain connect github --account acme --credential-file -\n  REFRAIN_CREDENTIAL=… refrain connect pagerduty --service "shop-*"\n\nThen take in its past: refrain backfill',
    )
    .action(async (provider: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConnectOptions>();
      const credential = await readCredential(context, options);
      const connected = await openApi(context, options).post(
        '/v1/connections',
        {
          provider,
          credential,
          ...(options.account === undefined ? {} : { account: options.account }),
          ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
          scope: { repositories: options.repository, services: options.service },
        },
        Connected,
      );
      printResult(context, options, connected, describe(connected));
    });
}

async function readCredential(context: CommandContext, options: ConnectOptions): Promise<string> {
  const { credentialFile } = options;
  const text =
    credentialFile === undefined
      ? (context.env.REFRAIN_CREDENTIAL ?? '')
      : credentialFile === '-'
        ? await context.readStandardInput()
        : await readFile(credentialFile, 'utf8').catch((cause: unknown) => {
            throw new AppError('invalid_input', `Cannot read ${credentialFile}: does the file exist?`, { cause });
          });
  if (text.trim() !== '') return text.trim();
  throw new AppError(
    'invalid_input',
    'The credential is missing or empty: give --credential-file, or set REFRAIN_CREDENTIAL.',
  );
}

function describe({ connection, health, webhook }: z.infer<typeof Connected>): string {
  const lines = [`Connected ${connection.provider} ${connection.account} (${connection.id}).`];
  if (health) {
    lines.push(`It sees ${health.visible.length} ${connection.provider === 'github' ? 'repositories' : 'services'}.`);
    for (const { permission, costs } of health.missing) lines.push(`Missing permission ${permission}: ${costs}`);
    if (health.budget) lines.push(`Requests left: ${health.budget.remaining} of ${health.budget.limit}.`);
  }
  if (webhook) lines.push(`Send its webhooks to ${webhook.url}`, `with the secret ${webhook.secret}`);
  lines.push(`Next: refrain backfill ${connection.id}`);
  return lines.join('\n');
}
