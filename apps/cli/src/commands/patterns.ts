import {
  FailureKind,
  ImprovementState,
  PatternJudgement,
  PatternsResponse,
  Recurrence,
  StatusResponse,
  StoredReport,
  TrendDirection,
} from '@refrain/domain';
import { type Command, Option } from 'commander';
import { type CommandEnvironment, createCommandApiClient, parseLimit, printResult } from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';
import { addFormatOption, type DocumentFormatOptions, printDocument } from './print-document.ts';

interface Filters {
  readonly kind?: string;
  readonly query?: string;
  readonly recurrence?: string;
  readonly direction?: string;
  readonly judgement?: string;
  readonly improvement?: string;
}
interface ListOptions extends DocumentFormatOptions, Filters {
  readonly limit: number;
}
const filters = ['kind', 'query', 'recurrence', 'direction', 'judgement', 'improvement'] as const;

export function addPatternsCommand(program: Command, context: CommandEnvironment): void {
  addFormatOption(program.command('patterns').description('List patterns, or print the report of one'))
    .argument('[id]', 'the id of a pattern, whose report is printed')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 20)
    .addOption(new Option('--kind <kind>', 'only patterns with a failure of this kind').choices(FailureKind.options))
    .option('--query <words>', 'only patterns with these words')
    .addOption(new Option('--recurrence <where>', 'only patterns with this recurrence').choices(Recurrence.options))
    .addOption(
      new Option('--direction <where>', 'only patterns whose weekly rate has this trend').choices(
        TrendDirection.options,
      ),
    )
    .addOption(
      new Option(
        '--judgement <what>',
        'only patterns with this decision of a person (default: all but dismissed ones)',
      ).choices([...PatternJudgement.options, 'none']),
    )
    .addOption(
      new Option(
        '--improvement <state>',
        'only patterns whose improvement is in this state, or that have none',
      ).choices([...ImprovementState.options, 'none']),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain patterns --query certificate\n  npx refrain patterns <id>   the report of a pattern, with its evidence\n  npx refrain patterns <id> --format html > report.html',
    )
    .action(async (id: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      if (id !== undefined) {
        await printDocument(context, options, `/v1/patterns/${encodeURIComponent(id)}/report`, StoredReport);
        return;
      }
      const api = createCommandApiClient(context, options);
      const page = await api.get(`/v1/patterns?${createPatternListQuery(options)}`, PatternsResponse);
      const status = page.items.length === 0 ? null : await api.get('/v1/status', StatusResponse);
      printResult(context, options, page, describe(page, status, hasFilters(options)));
    });
}

export function createPatternListQuery(options: Filters & { readonly limit: number }): string {
  const parameters = new URLSearchParams({ limit: String(options.limit) });
  for (const name of filters) {
    const value = options[name];
    if (value !== undefined) parameters.set(name, value);
  }
  return parameters.toString();
}

/** Returns whether the list is filtered. If it is, an empty result does not mean that there are no patterns at all. */
export function hasFilters(options: Filters): boolean {
  return filters.some((name) => options[name] !== undefined);
}

function describe({ items, total }: PatternsResponse, status: StatusResponse | null, searched: boolean): string {
  if (items.length === 0 && searched) return 'No pattern matches this search. Try other words, or leave out --kind.';
  if (items.length === 0) return 'There is no pattern yet. A pattern needs at least two episodes of the same failure.';
  const rows = items.map(({ id, name, episodes, kinds, cause, lastAt, ...is }) => ({
    id,
    episodes,
    incidents: kinds.incident,
    deployments: kinds.failed_deployment,
    reverts: kinds.reverted_change,
    cause,
    last: lastAt.slice(0, 10),
    recurrence: is.recurrence,
    timing: is.direction,
    probability: is.probability30 === null ? null : `${Math.round(is.probability30 * 100)} %`,
    improvement: is.improvement?.state ?? null,
    decision: is.judgement,
    name: name.slice(0, 80),
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'patterns')}. ${describeUnassigned(status)}Print a report: npx refrain patterns <id>`;
}

function describeUnassigned(status: StatusResponse | null): string {
  return status === null ? '' : `${status.unassigned.failures} of ${status.unassigned.of} failures are in no pattern. `;
}
