import { DeciderVia, type Decision, DecisionsResponse, formatDecider } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  parseLimit,
  parsePastInstant,
  printResult,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface AuditOptions extends GlobalOptions {
  readonly limit: number;
  readonly user?: string;
  readonly via?: DeciderVia;
  readonly what?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
}

export function addAuditCommand(program: Command, context: CommandEnvironment): void {
  program
    .command('audit')
    .description('List decisions of people, their tokens and the policy (for writes at providers see refrain writes)')
    .option('--limit <count>', 'maximum number, 1 to 200', parseLimit, 50)
    .option('--user <id>', 'only decisions of this user')
    .addOption(new Option('--via <way>', 'only decisions made in this way').choices(DeciderVia.options))
    .option('--what <operation>', 'only this operation, such as changeUser')
    .option('--about <id>', 'only decisions that name this id')
    .option('--since <day>', 'only decisions from this day on, as 2026-01-31 or with a time', parsePastInstant)
    .option('--until <day>', 'only decisions before this day', parsePastInstant)
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain audit --via policy\n  npx refrain audit --what changeUser --since 2026-01-31\n\nThe audit is never changed or deleted. This command needs an admin.',
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AuditOptions>();
      const page = await createCommandApiClient(context, options).get(
        `/v1/audit?${queryOf(options)}`,
        DecisionsResponse,
      );
      printResult(context, options, page, describe(page));
    });
}

function queryOf({ limit, user, via, what, about, since, until }: AuditOptions): URLSearchParams {
  const query = { limit: String(limit), userId: user, via, operation: what, subject: about, since, until };
  return new URLSearchParams(
    Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  );
}

function rowOf({ at, by, operation, subject, detail, state }: Decision) {
  const facts = Object.entries({ ...subject, ...detail }).filter(([, value]) => value !== null);
  return {
    at: at.slice(0, 16),
    who: by.via === 'policy' ? 'the policy, not a person' : formatDecider(by),
    what: operation,
    state: state === 'done' ? 'done' : 'unknown',
    on: facts
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join(', ')
      .slice(0, 160),
  };
}

function describe({ items, total }: DecisionsResponse): string {
  if (items.length === 0) return 'There are no such decisions.';
  return `${formatTable(items.map(rowOf))}\n${formatShownCount(items, total, 'decisions')}`;
}
