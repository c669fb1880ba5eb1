import { CompletenessCheckResponse, CompletenessResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createUrlQuery,
  parsePastInstant,
  setCommandAction,
} from '../command-environment.ts';
import { chooseConnections } from './choose-connections.ts';
import { describeCompleteness } from './completeness-report.ts';

interface CompletenessOptions {
  readonly since?: string;
  readonly now?: boolean;
}

const maxRows = 60;

export function addCompletenessCommand(program: Command, context: CommandEnvironment): void {
  const completeness = program
    .command('completeness')
    .description('Compare what providers list with what is stored, day by day')
    .argument('[connections...]', 'ids of connections (default: all GitHub and PagerDuty connections)')
    .option('--since <date>', 'from this day on (default: the last 30 days)', parsePastInstant)
    .option('--now', 'start a comparison of all backfilled streams; the table still shows the previous results')
    .addHelpText(
      'after',
      '\nDays with gaps come first. Refrain compares each stream once a day and automatically reads missing records again.\n\nExamples:\n  npx refrain completeness --since 2026-01-01\n  npx refrain completeness --now',
    );
  setCommandAction(context, completeness, async (invocation: CommandInvocation<CompletenessOptions>, ids: string[]) => {
    const { now, since } = invocation.options;
    const api = invocation.createApi();
    const items = [];
    const texts: string[] = [];
    for (const { id, provider, account } of await chooseConnections(api, ids)) {
      const path = `/v1/connections/${id}/completeness`;
      const answer = await api.get(`${path}?${createUrlQuery({ since })}`, CompletenessResponse);
      items.push({ connectionId: id, ...answer });
      texts.push(describeCompleteness(`${provider} ${account} (${id})`, answer, maxRows));
      if (!now) continue;
      const { streams } = await api.post(path, {}, CompletenessCheckResponse);
      context.terminal.note(
        `${streams} streams of ${account} are being compared. Run this command again in a few minutes.\n`,
      );
    }
    invocation.print({ items }, texts.join('\n\n'));
  });
}
