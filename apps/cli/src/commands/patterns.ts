import { FailureKind, PatternsAnswer, StatusAnswer, StoredReport } from '@refrain/domain';
import { type Command, Option } from 'commander';
import { type CommandContext, openApi, parseLimit, printResult } from '../command-context.ts';
import { formatShare, formatTable } from '../terminal.ts';
import { addFormat, type FormatOptions, printDocument } from './print-document.ts';

interface ListOptions extends FormatOptions {
  readonly limit: number;
  readonly kind?: string;
  readonly query?: string;
}

export function addPatterns(program: Command, context: CommandContext): void {
  addFormat(program.command('patterns').description('List the patterns, or print the report of one'))
    .argument('[id]', 'a pattern: prints its report')
    .option('--limit <count>', 'how many at most, 1 to 200', parseLimit, 20)
    .addOption(new Option('--kind <kind>', 'only patterns with such a member').choices(FailureKind.options))
    .option('--query <words>', 'only patterns with these words')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain patterns --query certificate\n  npx refrain patterns <id>   the report of one, with its evidence\n  npx refrain patterns <id> --format html > report.html',
    )
    .action(async (id: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      if (id !== undefined) {
        await printDocument(context, options, `/v1/patterns/${encodeURIComponent(id)}/report`, StoredReport);
        return;
      }
      const api = openApi(context, options);
      const page = await api.get(`/v1/patterns?${toQuery(options)}`, PatternsAnswer);
      const status = page.items.length === 0 ? null : await api.get('/v1/status', StatusAnswer);
      printResult(context, options, page, describe(page, status, isSearch(options)));
    });
}

export function toQuery({ limit, kind, query }: Pick<ListOptions, 'limit' | 'kind' | 'query'>): string {
  const parameters = new URLSearchParams({ limit: String(limit) });
  if (kind !== undefined) parameters.set('kind', kind);
  if (query !== undefined) parameters.set('query', query);
  return parameters.toString();
}

/** Whether a list is narrowed, so that an empty one says nothing about the installation. */
export function isSearch({ kind, query }: Pick<ListOptions, 'kind' | 'query'>): boolean {
  return kind !== undefined || query !== undefined;
}

function describe({ items, total }: PatternsAnswer, status: StatusAnswer | null, searched: boolean): string {
  if (items.length === 0 && searched) return 'No pattern fits this search: try other words, or leave --kind out.';
  if (items.length === 0) return 'No pattern yet: a pattern needs at least two episodes of the same failure.';
  const rows = items.map(({ id, name, episodes, kinds, cause, lastAt }) => ({
    id,
    episodes,
    incidents: kinds.incident,
    deployments: kinds.failed_deployment,
    reverts: kinds.reverted_change,
    cause,
    last: lastAt.slice(0, 10),
    name: name.slice(0, 80),
  }));
  return `${formatTable(rows)}\n${formatShare(items, total, 'patterns')}. ${describeUnassigned(status)}The report of one: npx refrain patterns <id>`;
}

function describeUnassigned(status: StatusAnswer | null): string {
  return status === null ? '' : `${status.unassigned.failures} of ${status.unassigned.of} failures are in none. `;
}
