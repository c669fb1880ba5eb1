import { CompletenessCheckResponse, CompletenessResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, openApi, parseSince, printResult } from '../command-context.ts';
import { chooseConnections } from './choose-connections.ts';
import { describeCompleteness } from './completeness-report.ts';

interface CompletenessOptions extends CommonOptions {
  readonly since?: string;
  readonly now?: boolean;
}

/** Rows that a person is shown for each connection. */
const maxRows = 60;

export function addCompleteness(program: Command, context: CommandContext): void {
  program
    .command('completeness')
    .description('What providers say exists, day by day, against what is stored')
    .argument('[connections...]', 'ids of connections; all GitHub and PagerDuty ones unless given')
    .option('--since <date>', 'from this day on; the last 30 days unless given', parseSince)
    .option('--now', 'have all that was read whole compared at once; the table is of before')
    .addHelpText(
      'after',
      '\nDays with gaps come first. Refrain compares each stream once a day, and reads again what is missing by itself.\n\nExamples:\n  npx refrain completeness --since 2026-01-01\n  npx refrain completeness --now',
    )
    .action(async (ids: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CompletenessOptions>();
      const api = openApi(context, options);
      const query = options.since === undefined ? '' : `?since=${encodeURIComponent(options.since)}`;
      const items = [];
      const texts: string[] = [];
      for (const { id, provider, account } of await chooseConnections(api, ids)) {
        const path = `/v1/connections/${id}/completeness`;
        const answer = await api.get(path + query, CompletenessResponse);
        items.push({ connectionId: id, ...answer });
        texts.push(describeCompleteness(`${provider} ${account} (${id})`, answer, maxRows));
        if (!options.now) continue;
        const { streams } = await api.post(path, {}, CompletenessCheckResponse);
        context.terminal.note(`${streams} streams of ${account} are compared now: run this again in some minutes.\n`);
      }
      printResult(context, options, { items }, texts.join('\n\n'));
    });
}
