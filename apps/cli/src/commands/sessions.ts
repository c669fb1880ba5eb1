import { type BrowserSession, SessionsResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandEnvironment,
  createLimitOption,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

export function addSessionsCommand(program: Command, context: CommandEnvironment): void {
  const sessions = program
    .command('sessions')
    .description('List the browsers in which you are signed in, and sign them out')
    .addHelpText('after', '\nExamples:\n  npx refrain sessions list\n  npx refrain sessions end <id>');
  const list = sessions
    .command('list')
    .description('List the browsers in which you are signed in, most recently used first')
    .addOption(createLimitOption(50));
  setListCommandAction(context, list, {
    path: '/v1/sessions',
    schema: SessionsResponse,
    describe: ({ items }) => formatSessions(items),
  });
  const end = sessions.command('end').description('Sign out one of your browsers').argument('<id>', 'id from the list');
  setCommandAction(context, end, async ({ createApi, print }, id: string) => {
    await createApi().remove(`/v1/sessions/${encodeURIComponent(id)}`);
    print({ ended: id }, `The session ${id} has ended.`);
  });
}

function formatSessions(sessions: readonly BrowserSession[]): string {
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
