import { type Decision, DecisionChannel, DecisionsResponse, formatDecider } from '@refrain/domain';
import { type Command, Option } from 'commander';
import {
  type CommandEnvironment,
  createLimitOption,
  parsePastInstant,
  setListCommandAction,
} from '../command-environment.ts';
import { formatShownCount, formatTable } from '../terminal.ts';

interface AuditOptions {
  readonly user?: string;
  readonly via?: DecisionChannel;
  readonly what?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
}

export function addAuditCommand(program: Command, context: CommandEnvironment): void {
  const audit = program
    .command('audit')
    .description(
      'List decisions made by people, their tokens and the policy (for writes to providers, see refrain writes)',
    )
    .addOption(createLimitOption(50))
    .option('--user <id>', 'only decisions of this user')
    .addOption(new Option('--via <way>', 'only decisions made this way').choices(DecisionChannel.options))
    .option('--what <operation>', 'only this operation, such as changeUser')
    .option('--about <id>', 'only decisions that name this id')
    .option(
      '--since <day>',
      'only decisions from this date or timestamp on, such as 2026-01-31 or 2026-01-31T08:00:00Z',
      parsePastInstant,
    )
    .option('--until <day>', 'only decisions before this date or timestamp', parsePastInstant)
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain audit --via policy\n  npx refrain audit --what changeUser --since 2026-01-31\n\nThe audit log is never changed or deleted. This command requires the admin role.',
    );
  setListCommandAction(context, audit, {
    path: '/v1/audit',
    schema: DecisionsResponse,
    toQuery: ({ user, via, what, about, since, until }: AuditOptions) => ({
      userId: user || undefined,
      via,
      operation: what || undefined,
      subject: about || undefined,
      since,
      until,
    }),
    describe,
  });
}

function rowOf({ at, by, operation, subject, detail, mentions, state }: Decision) {
  const names = new Map(mentions.map(({ id, name }) => [id, `“${name}”`]));
  const facts = Object.entries({ ...subject, ...detail }).filter(([, value]) => value !== null);
  return {
    at: at.slice(0, 16),
    who: by.via === 'policy' ? 'the policy' : formatDecider(by),
    what: operation,
    state: state === 'done' ? 'done' : 'unknown',
    on: facts
      .map(([name, value]) => `${name}: ${names.get(String(value)) ?? String(value)}`)
      .join(', ')
      .slice(0, 160),
  };
}

function describe({ items, total }: DecisionsResponse): string {
  if (items.length === 0) return 'There are no such decisions.';
  return `${formatTable(items.map(rowOf))}\n${formatShownCount(items, total, 'decisions')}`;
}
