import { providers } from '@refrain/connectors';
import type { Command } from 'commander';
import type { CommandEnvironment } from '../command-environment.ts';
import { addConnectProvider } from './connect-provider.ts';

export function addConnectCommand(program: Command, context: CommandEnvironment): void {
  const connectable = providers.entries.filter(({ account }) => account !== undefined);
  const connect = program
    .command('connect')
    .description(`Connect a ${connectable.map(({ descriptor }) => descriptor.name).join(' or ')} account`)
    .addHelpText(
      'after',
      `
Examples:
  npx refrain connect github --account acme --app
  gh auth token | npx refrain connect github --account acme --credential-file -
  REFRAIN_CREDENTIAL=… npx refrain connect pagerduty --service "shop-*" --check

Each has its own --help. Then import the history of the account: npx refrain backfill`,
    );
  for (const entry of connectable) addConnectProvider(connect, context, entry);
}
