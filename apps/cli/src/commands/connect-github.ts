import { AppError } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, openApi, printResult } from '../command-context.ts';
import { type AccountOptions, connectAccount } from './connect-account.ts';
import { connectGitHubApp } from './connect-github-app.ts';
import { describeConnected } from './connect-report.ts';
import { addGitHubScope, readScope, type ScopeOptions, scopeHelp } from './connect-scope.ts';
import { addSecretOptions, secretsHelp } from './connect-secrets.ts';

interface GitHubOptions extends AccountOptions, ScopeOptions {
  readonly account: string;
  readonly app?: boolean;
  readonly personal?: boolean;
}

export function addConnectGitHub(connect: Command, context: CommandContext): void {
  const command = connect
    .command('github')
    .description('Connect a GitHub organisation or user, by a token or by a GitHub App of its own')
    .requiredOption('--account <name>', 'organisation or user')
    .option('--base-url <url>', 'API root of a GitHub Enterprise Server, as https://github.acme.example/api/v3')
    .option('--app', 'make a GitHub App in the browser, with the right permissions, and connect by that')
    .option('--personal', "with --app: the account is a person's own and no organisation");
  addSecretOptions(command, 'the token');
  addGitHubScope(command)
    .option('--check', 'only look: what is seen, what would be taken in, what is missing')
    .addHelpText(
      'after',
      `
By App: prints an address; there, choose "Create GitHub App", then "Install". By token: a fine-grained token that may read
contents, pull requests, deployments, actions and metadata, read and write issues and, for events as they happen, read and
write webhooks (of the organisation, or of its repositories).
${secretsHelp}
${scopeHelp}

Examples:
  npx refrain connect github --account acme --app
  gh auth token | npx refrain connect github --account acme --credential-file - --check
  npx refrain connect github --account acme --repository "acme/shop-*" --environment production --workflow deploy.yml`,
    )
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GitHubOptions>();
      if (options.app) return connectByApp(context, options);
      if (options.personal)
        throw new AppError('invalid_input', '--personal belongs to --app: a token needs no such word.');
      return connectAccount(context, options, {
        provider: 'github',
        account: options.account,
        scope: readScope(options),
      });
    });
}

async function connectByApp(context: CommandContext, options: GitHubOptions): Promise<void> {
  if (options.check) {
    throw new AppError(
      'invalid_input',
      '--check needs a token: GitHub itself shows what an App asks for before it is made.',
    );
  }
  if (options.credentialFile !== undefined || options.webhookSecretFile !== undefined) {
    throw new AppError('invalid_input', 'An App brings its credential and secret itself: leave the files out.');
  }
  const { account, baseUrl, personal } = options;
  const wanted = { account, baseUrl, personal, scope: readScope(options) };
  const connected = await connectGitHubApp(context.terminal, openApi(context, options), wanted);
  printResult(context, options, connected, describeConnected(connected));
}
