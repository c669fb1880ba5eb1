import {
  FailureKind,
  ImprovementState,
  PatternJudgement,
  PatternResponse,
  PatternSort,
  PatternsResponse,
  Recurrence,
  StatusResponse,
  StoredReport,
  TrendDirection,
} from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  createUrlQuery,
  parseDays,
  setCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable, toPrintable } from '../terminal.ts';
import { addSortAndRangeOptions, pickSortAndRange, type SortAndRangeOptions } from './add-sort-and-range-options.ts';
import { describeRetirement } from './describe-retirement.ts';
import { addFormatOption, type DocumentFormatOptions, printDocument } from './print-document.ts';

interface PatternOptions extends DocumentFormatOptions, SortAndRangeOptions {
  readonly days?: number;
  readonly limit: number;
  readonly kind?: string;
  readonly query?: string;
  readonly mechanism?: string;
  readonly recurrence?: string;
  readonly direction?: string;
  readonly judgement?: string;
  readonly improvement?: string;
}

export function addPatternsCommand(program: Command, context: CommandEnvironment): void {
  const patterns = addFormatOption(program.command('patterns').description('List patterns, or print the report of one'))
    .argument('[id]', 'the id of a pattern, whose report is printed')
    .addOption(createLimitOption(20))
    .addOption(new Option('--kind <kind>', 'only patterns with a failure of this kind').choices(FailureKind.options))
    .addOption(
      new Option(
        '--days <n>',
        'only patterns with an episode in the last <n> days, with the figures for those days',
      ).argParser(parseDays),
    )
    .option('--query <words>', 'only patterns with these words')
    .option('--mechanism <name>', 'only patterns with this mechanism, such as "Out of memory", in all services')
    .addOption(new Option('--recurrence <where>', 'only patterns with this recurrence').choices(Recurrence.options))
    .addOption(
      new Option('--direction <where>', 'only patterns whose weekly rate has this trend').choices(
        TrendDirection.options,
      ),
    )
    .addOption(
      new Option(
        '--judgement <what>',
        'only patterns that a person judged this way; none: not judged (default: all but dismissed ones)',
      ).choices([...PatternJudgement.options, 'none']),
    )
    .addOption(
      new Option(
        '--improvement <state>',
        'only patterns whose improvement is in this state; none: without an improvement',
      ).choices([...ImprovementState.options, 'none']),
    );
  addSortAndRangeOptions(patterns, PatternSort.options, 'patterns with an episode, and their figures,').addHelpText(
    'after',
    '\nExamples:\n  npx refrain patterns --query certificate\n  npx refrain patterns --sort impactHours --days 90   the patterns with the most impact in the last 90 days\n  npx refrain patterns <id>   the report of a pattern, with its evidence\n  npx refrain patterns <id> --format html > report.html',
  );
  setCommandAction(context, patterns, async (invocation: CommandInvocation<PatternOptions>, id?: string) => {
    if (id !== undefined) return printPattern(context, invocation, `/v1/patterns/${encodeURIComponent(id)}`);
    const {
      limit,
      days,
      kind,
      query: words,
      mechanism,
      recurrence,
      direction,
      judgement,
      improvement,
    } = invocation.options;
    const filters = {
      days: days?.toString(),
      kind,
      query: words,
      mechanism,
      recurrence,
      direction,
      judgement,
      improvement,
    };
    const query = createUrlQuery({ limit: String(limit), ...filters, ...pickSortAndRange(invocation.options) });
    const api = invocation.createApi();
    const page = await api.get(`/v1/patterns?${query}`, PatternsResponse);
    const status = page.items.length === 0 ? null : await api.get('/v1/status', StatusResponse);
    invocation.print(page, describe(page, status, query.size > 1));
  });
}

/** Prints the newest report. A note about a pattern that no longer exists goes to standard error, so that the report can be piped. */
async function printPattern(
  context: CommandEnvironment,
  invocation: CommandInvocation<PatternOptions>,
  path: string,
): Promise<void> {
  const retirement = describeRetirement(await invocation.createApi().get(path, PatternResponse));
  if (retirement !== null) context.terminal.note(toPrintable(`${retirement}\n`));
  await printDocument(context, invocation, `${path}/report`, StoredReport);
}

function describe(
  { items, total, period }: PatternsResponse,
  status: StatusResponse | null,
  isFiltered: boolean,
): string {
  if (items.length === 0 && isFiltered) return 'No pattern matches this search. Try other words, or leave out --kind.';
  if (items.length === 0)
    return 'There are no patterns yet. A pattern needs at least two episodes of the same failure.';
  const rows = items.map(({ id, name, episodes, kinds, cause, lastAt, ...is }) => ({
    id,
    episodes,
    before: is.episodesBefore,
    incidents: kinds.incident,
    deployments: kinds.failed_deployment,
    reverts: kinds.reverted_change,
    cause,
    last: lastAt.slice(0, 10),
    hours: is.impactHours === null ? null : Math.round(is.impactHours),
    teams: is.teams.join(', ') || null,
    recurrence: is.recurrence,
    timing: is.direction,
    probability: is.probability30 === null ? null : `${Math.round(is.probability30 * 100)} %`,
    improvement: is.improvement?.state ?? null,
    decision: is.judgement,
    name: name.slice(0, 80),
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'patterns')}. ${describePeriod(period)}${describeUnassigned(status)}Print a report: npx refrain patterns <id>`;
}

/** The counts of failures by kind are always those of all time. */
function describePeriod(period: PatternsResponse['period']): string {
  if (period === null) return '';
  const [from, until] = [period.from.slice(0, 10), period.until.slice(0, 10)];
  return `Episodes and hours are those from ${from} to ${until}. `;
}

function describeUnassigned(status: StatusResponse | null): string {
  return status === null ? '' : `${status.unassigned.failures} of ${status.unassigned.of} failures are in no pattern. `;
}
