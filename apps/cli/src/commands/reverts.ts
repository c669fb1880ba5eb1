import { RevertTemplatesResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { formatTable } from '../terminal.ts';

interface RevertOptions extends CommonOptions {
  readonly repository?: string;
}

const help = `
Reverts of one repository are of one kind where their titles differ in single words, which are shown as *.

Examples:
  npx refrain reverts --repository acme/infrastructure
  npx refrain correct reverts acme/infrastructure "drain * for maintenance" --as planned`;

/** `refrain reverts`: the kinds of changes that are reverted most often. */
export function addReverts(program: Command, context: CommandContext): void {
  program
    .command('reverts')
    .description('List the kinds of changes that are reverted most often, to judge all reverts of a kind at once')
    .option('--repository <owner/name>', 'only of this repository')
    .addHelpText('after', help)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<RevertOptions>();
      const { repository } = options;
      const query = repository === undefined ? '' : `?${new URLSearchParams({ repository })}`;
      const answer = await openApi(context, options).get(`/v1/revert-templates${query}`, RevertTemplatesResponse);
      printResult(context, options, answer, describe(answer));
    });
}

function describe({ items }: RevertTemplatesResponse): string {
  if (items.length === 0) return 'No kind of change was reverted five times or more, as of the last regrouping.';
  const rows = items.map(
    ({ template, repository, reverts, failures, planned, unclear, linked, decision, isAsked }) => ({
      ...{ repository, reverts, failures, planned, unclear },
      'with incidents': linked,
      decision: decision === null ? (isAsked ? 'please decide' : null) : decision.areFailures ? 'failures' : 'planned',
      titles: template,
    }),
  );
  const asked = items.filter(({ isAsked }) => isAsked).length;
  const question =
    asked === 0
      ? ''
      : `\nWhere it says “please decide”, messages alone call some of the reverts failures, and none belongs to an incident or a failed deployment.\nDecide for all of a kind: npx refrain correct reverts <repository> "<titles>" --as planned, or --as failures\n`;
  return `${formatTable(rows)}${question}`;
}
