import { DigestPeriod, DigestsResponse, StoredDigest } from '@refrain/domain';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import {
  type CommandEnvironment,
  type CommandInvocation,
  createLimitOption,
  parsePastInstant,
  setCommandAction,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';
import { addFormatOption, type DocumentFormatOptions, printDocument } from './print-document.ts';

interface ScopeOptions {
  readonly service?: string;
  readonly team?: string;
}

interface ListOptions extends ScopeOptions {
  readonly scope: 'organisation' | 'service' | 'team' | 'all';
  readonly period?: string;
  readonly snapshots?: boolean;
}

interface WriteOptions extends ScopeOptions {
  readonly period: string;
  readonly at: string;
}

const periods = DigestPeriod.shape.kind.options;

export function addDigestsCommand(program: Command, context: CommandEnvironment): void {
  const digests = program
    .command('digests')
    .description('Weekly and monthly digests: new, rising, returned and quiet patterns, and whether fixes held')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain digests list --period month\n  npx refrain digests show <id> --format html > digest.html\n  npx refrain digests write --period week --at 2026-01-05 --service checkout',
    );
  const list = addScope(digests.command('list').description('List the digests, newest period first'))
    .addOption(
      new Option('--scope <scope>', 'digests of the organisation only, of services, of teams, or all')
        .choices(['organisation', 'service', 'team', 'all'])
        .default('organisation'),
    )
    .addOption(createLimitOption(20))
    .addOption(new Option('--period <period>', 'only weekly or only monthly digests').choices(periods))
    .option('--snapshots', 'all snapshots of each period instead of only the newest');
  setListCommandAction(context, list, { path: '/v1/digests', schema: DigestsResponse, toQuery, describe });
  const show = addFormatOption(
    digests.command('show').description('Print a digest').argument('<id>', 'id from the list'),
  );
  setCommandAction(context, show, (invocation: CommandInvocation<DocumentFormatOptions>, id: string) =>
    printDocument(context, invocation, `/v1/digests/${encodeURIComponent(id)}`, StoredDigest),
  );
  const write = addScope(digests.command('write').description('Write the digest for any week or month'))
    .addOption(
      new Option('--period <period>', 'a week that begins on Monday, or a month')
        .choices(periods)
        .makeOptionMandatory(),
    )
    .requiredOption('--at <day>', 'any day of the period', parsePastInstant);
  setCommandAction(context, write, async ({ options, createApi, print }: CommandInvocation<WriteOptions>) => {
    const { period, at } = options;
    const scope = namedScope(options);
    const requested = await createApi().post('/v1/digests', { scope, period, at }, z.object({ period: DigestPeriod }));
    const { from, until } = requested.period;
    const scopeOption = scope === undefined ? '' : ` --${scope.kind} '${scope.name}'`;
    const text = `The digest from ${from.slice(0, 10)} up to ${until.slice(0, 10)} is being written.\nNext: npx refrain digests list${scopeOption}`;
    print(requested, text);
  });
}

function toQuery({ period, scope, snapshots, ...options }: ListOptions) {
  const { kind, name } = namedScope(options) ?? { kind: scope === 'all' ? undefined : scope, name: undefined };
  return { period, scope: kind, name, snapshots: snapshots === true ? 'all' : undefined };
}

function namedScope({ service, team }: ScopeOptions): { readonly kind: string; readonly name: string } | undefined {
  if (service !== undefined) return { kind: 'service', name: service };
  return team === undefined ? undefined : { kind: 'team', name: team };
}

function addScope(command: Command): Command {
  return command
    .addOption(new Option('--service <name>', 'for this service').conflicts('team'))
    .option('--team <name>', 'for this team');
}

function describe({ items, total }: DigestsResponse): string {
  if (items.length === 0)
    return 'There are no digests yet. Digests for the last week and month are written once all requested history has been imported; for other periods, use `npx refrain digests write`.';
  const rows = items.map(({ id, title, period, episodes, episodesBefore, asOf }) => ({
    id,
    period: period.kind,
    from: period.from.slice(0, 10),
    'as of': asOf.slice(0, 16).replace('T', ' '),
    episodes,
    before: episodesBefore,
    title,
  }));
  return `${formatTable(rows)}\n${formatShownCount(items, total, 'digests')}. Print one: npx refrain digests show <id>`;
}
