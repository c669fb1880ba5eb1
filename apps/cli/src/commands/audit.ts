import { DeciderVia, type Decision, DecisionsResponse, nameDecider } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandContext,
  type CommonOptions,
  openApi,
  parseLimit,
  parseSince,
  printResult,
} from '../command-context.ts';
import { formatShare, formatTable } from '../terminal.ts';

interface AuditOptions extends CommonOptions {
  readonly limit: number;
  readonly user?: string;
  readonly via?: DeciderVia;
  readonly what?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
}

/** `refrain audit`: what people, their tokens and the policy decided. */
export function addAudit(program: Command, context: CommandContext): void {
  program
    .command('audit')
    .description('What people, their tokens and the policy decided; what was written at providers: refrain writes')
    .option('--limit <count>', 'how many at most, 1 to 200', parseLimit, 50)
    .option('--user <id>', 'only of this user')
    .addOption(new Option('--via <way>', 'only decided in this way').choices(DeciderVia.options))
    .option('--what <operation>', 'only this, as changeUser')
    .option('--about <id>', 'only what names this id')
    .option('--since <day>', 'decided then or later, as 2026-01-31 or with a time', parseSince)
    .option('--until <day>', 'decided before', parseSince)
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain audit --via policy\n  npx refrain audit --what changeUser --since 2026-01-31\n\nNothing of it is ever changed or taken away. It takes an admin.',
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AuditOptions>();
      const page = await openApi(context, options).get(`/v1/audit?${queryOf(options)}`, DecisionsResponse);
      printResult(context, options, page, describe(page));
    });
}

function queryOf({ limit, user, via, what, about, since, until }: AuditOptions): URLSearchParams {
  const given = { limit: String(limit), userId: user, via, operation: what, subject: about, since, until };
  return new URLSearchParams(
    Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  );
}

function rowOf({ at, by, operation, subject, detail, state }: Decision) {
  const facts = Object.entries({ ...subject, ...detail }).filter(([, value]) => value !== null);
  return {
    at: at.slice(0, 16),
    who: by.via === 'policy' ? 'the policy, and no person' : nameDecider(by),
    what: operation,
    state: state === 'done' ? 'done' : 'not known',
    on: facts
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join(', ')
      .slice(0, 160),
  };
}

function describe({ items, total }: DecisionsResponse): string {
  if (items.length === 0) return 'Nothing of that was decided.';
  return `${formatTable(items.map(rowOf))}\n${formatShare(items, total, 'decisions')}`;
}
