import { type OpenSession, SessionsResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  parseLimit,
  printResult,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

export function addSessionsCommand(program: Command, context: CommandEnvironment): void {
  const sessions = program
    .command('sessions')
    .description('List the browsers in which you are signed in, and sign them out')
    .addHelpText('after', '\nExamples:\n  npx refrain sessions list\n  npx refrain sessions end <id>');
  sessions
    .command('list')
    .description('List the browsers in which you are signed in, most recently used first')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 50)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { readonly limit: number }>();
      const page = await createCommandApiClient(context, options).get(
        `/v1/sessions?limit=${options.limit}`,
        SessionsResponse,
      );
      printResult(context, options, page, formatSessions(page.items));
    });
  sessions
    .command('end')
    .description('Sign one of your browsers out')
    .argument('<id>', 'id from the list')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await createCommandApiClient(context, options).remove(`/v1/sessions/${encodeURIComponent(id)}`);
      printResult(context, options, { ended: id }, `The session ${id} has ended.`);
    });
}

function formatSessions(sessions: readonly OpenSession[]): string {
  if (sessions.length === 0) return 'No browser is signed in.';
  return formatTable(
    sessions.map(({ id, client, via, startedAt, lastUsedAt }) => ({
      id,
      browser: client ?? 'unknown',
      by: via,
      'signed in': startedAt,
      'last used': lastUsedAt,
    })),
  );
}
