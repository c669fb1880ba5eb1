import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addConnectGitHub } from './connect-github.ts';
import { addConnectPagerDuty } from './connect-pagerduty.ts';

/** `refrain connect …`: accounts from which failures are taken in. */
export function addConnect(program: Command, context: CommandContext): void {
  const connect = program
    .command('connect')
    .description('Connect a GitHub or PagerDuty account')
    .addHelpText(
      'after',
      `
Examples:
  npx refrain connect github --account acme --app
  gh auth token | npx refrain connect github --account acme --credential-file -
  REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --service "shop-*" --check

Each has its own --help. Then take in the account's past: npx refrain backfill`,
    );
  addConnectGitHub(connect, context);
  addConnectPagerDuty(connect, context);
}
