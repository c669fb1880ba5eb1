import { type OpenSession, SessionsResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandContext,
  type CommonOptions,
  createContextApiClient,
  parseLimit,
  printResult,
} from '../command-context.ts';
import { formatTable } from '../terminal.ts';

export function addSessionsCommand(program: Command, context: CommandContext): void {
  const sessions = program
    .command('sessions')
    .description('List the browsers in which you are signed in, and sign them out')
    .addHelpText('after', '\nExamples:\n  npx refrain sessions list\n  npx refrain sessions end <id>');
  sessions
    .command('list')
    .description('List the browsers in which you are signed in, most recently used first')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 50)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly limit: number }>();
      const page = await createContextApiClient(context, options).get(
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
      const options = command.optsWithGlobals<CommonOptions>();
      await createContextApiClient(context, options).remove(`/v1/sessions/${encodeURIComponent(id)}`);
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
