import { RevertTemplatesResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createUrlQuery,
  setCommandAction,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

const help = `
Reverts in one repository are of one kind if their titles differ only in single words, which are shown as *.

Examples:
  npx refrain reverts --repository acme/infrastructure
  npx refrain correct reverts acme/infrastructure "drain * for maintenance" --as planned`;

export function addRevertsCommand(program: Command, context: CommandEnvironment): void {
  const reverts = program
    .command('reverts')
    .description('List the kinds of changes that are reverted most often, to judge all reverts of a kind together')
    .option('--repository <owner/name>', 'only reverts in this repository')
    .addHelpText('after', help);
  setCommandAction(
    context,
    reverts,
    async ({ options, createApi, print }: CommandInvocation<{ readonly repository?: string }>) => {
      const query = createUrlQuery({ repository: options.repository });
      const response = await createApi().get(`/v1/revert-templates?${query}`, RevertTemplatesResponse);
      print(response, describe(response));
    },
  );
}

function describe({ items }: RevertTemplatesResponse): string {
  if (items.length === 0) return 'As of the last clustering, no kind of change had been reverted five times or more.';
  const rows = items.map(
    ({ template, repository, reverts, failures, planned, unclear, linked, decision, needsDecision }) => ({
      repository,
      reverts,
      failures,
      planned,
      unclear,
      'with incidents': linked,
      decision:
        decision === null ? (needsDecision ? 'please decide' : null) : decision.areFailures ? 'failures' : 'planned',
      titles: template,
    }),
  );
  const undecided = items.filter(({ needsDecision }) => needsDecision).length;
  const question =
    undecided === 0
      ? ''
      : `\nPlease decide on the kinds marked “please decide”: only messages suggest that some of these reverts are failures, and none belongs to an incident or a failed deployment.\nTo decide for all of a kind: npx refrain correct reverts <repository> "<titles>" --as planned, or --as failures\n`;
  return `${formatTable(rows)}${question}`;
}
