import { FailureKind, FailureResponse, FailureSort, FailuresResponse, isUndecidedRevert } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  createUrlQuery,
  setCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';
import { addSortAndRangeOptions, pickSortAndRange, type SortAndRangeOptions } from './add-sort-and-range-options.ts';
import { describeChangeAssessment, describeResolution } from './describe-resolution.ts';
import { describeStatements } from './describe-statements.ts';

interface FailureOptions extends SortAndRangeOptions {
  readonly limit: number;
  readonly kind?: string;
  readonly query?: string;
}

export function addFailuresCommand(program: Command, context: CommandEnvironment): void {
  const failures = program
    .command('failures')
    .description('List failures, newest first, or show one')
    .argument('[id]', 'a failure')
    .addOption(createLimitOption(20))
    .addOption(new Option('--kind <kind>', 'only failures of this kind').choices(FailureKind.options))
    .option('--query <words>', 'only failures with these words, the most relevant first');
  addSortAndRangeOptions(failures, FailureSort.options, 'failures').addHelpText(
    'after',
    '\nExamples:\n  npx refrain failures --sort duration --since 2026-01-01\n  npx refrain failures --kind failed_deployment --limit 50\n  npx refrain failures <id>   one failure, with its pattern and linked changes and failures',
  );
  setCommandAction(
    context,
    failures,
    async ({ options, createApi, print }: CommandInvocation<FailureOptions>, id?: string) => {
      const api = createApi();
      if (id !== undefined) {
        const failure = await api.get(`/v1/failures/${encodeURIComponent(id)}`, FailureResponse);
        return print(failure, describeOne(failure));
      }
      const { limit, kind, query: words } = options;
      const query = createUrlQuery({ limit: String(limit), kind, query: words, ...pickSortAndRange(options) });
      const page = await api.get(`/v1/failures?${query}`, FailuresResponse);
      print(page, describeAll(page, query.size > 1));
    },
  );
}

function formatTime(instant: string, precision: FailureResponse['precision']): string {
  return precision === 'month' ? instant.slice(0, 7) : precision === 'day' ? instant.slice(0, 10) : instant;
}

function describeAll({ items, total }: FailuresResponse, isFiltered: boolean): string {
  if (items.length === 0 && isFiltered) return 'No failure matches this search. Try other words, or leave out --kind.';
  if (items.length === 0) return 'There are no failures yet. Connect an account, or import an archive.';
  const rows = items.map(({ id, kind, occurredAt, precision, services, repository, title, patternId }) => ({
    id,
    kind,
    occurred: formatTime(occurredAt, precision).slice(0, 16).replace('T', ' '),
    where: repository ?? services[0] ?? null,
    pattern: patternId,
    title: title.slice(0, 80),
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'failures')}.`;
}

/**
 * Describes a failure's pattern. Shows the reasons only if the failure is a provisional member, because the pattern's report
 * contains the reasons of all other members.
 */
function describeMembership({ patternId, patternName, isProvisional, membership }: FailureResponse): string[] {
  if (patternId === null) return [];
  const line = `In the pattern “${patternName}”: npx refrain patterns ${patternId}`;
  if (!isProvisional || membership === null) return [line];
  const reasons = membership.evidence.map(({ detail }) => detail).join('; ');
  return [line, `  (${membership.confidence.toFixed(2)}) ${reasons}`];
}

/** Explains why a record does not count as a failure. Returns nothing for a record that counts. */
function describeVerdict(failure: FailureResponse): string[] {
  const { isFailure, isDecided, confidence, decidingWords = [] } = failure;
  if (isFailure) return [];
  if (isDecided) return ['Not counted, because somebody decided that this is not a failure'];
  if (isUndecidedRevert(failure)) return ['Not counted, because the revert gives no reason'];
  const words = decidingWords.map((one) => `“${one}”`).join(', ');
  return [`Not counted, because it was planned (${confidence.toFixed(2)})${words === '' ? '' : `: ${words}`}`];
}

function describeOne(failure: FailureResponse): string {
  const { title, kind, occurredAt, resolvedAt, precision, services, repository, environment, url } = failure;
  const head = [
    title,
    `${kind} at ${formatTime(occurredAt, precision)}${resolvedAt ? `, ended ${formatTime(resolvedAt, precision)}` : ''}`,
    [repository, services.join(', '), environment].filter(Boolean).join(' · '),
    url ?? '',
    ...describeVerdict(failure),
    ...describeMembership(failure),
  ].filter((line) => line !== '');
  const tail = failure.links.flatMap(({ type, other, score, status, evidence }) => [
    `${type} ${other.id} (${score.toFixed(2)}, ${status}): ${evidence.map(({ detail }) => detail).join('; ')}`,
    ...[other.title, other.url].flatMap((line) => (line === null ? [] : [`  ${line}`])),
  ]);
  const answer = [
    ...describeStatements(failure),
    ...describeChangeAssessment(failure.changeAssessment),
    ...describeResolution(failure),
  ];
  return [...head, '', failure.text, '', ...(answer.length === 0 ? [] : [...answer, '']), ...tail].join('\n');
}
