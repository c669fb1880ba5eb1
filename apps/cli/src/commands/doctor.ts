import {
  BacklogAnswer,
  CatalogueAnswer,
  type Connection,
  ConnectionsAnswer,
  ImprovementsAnswer,
  ReadyAnswer,
  SessionAnswer,
  StatusAnswer,
} from '@refrain/domain';
import type { Command } from 'commander';
import type { ApiClient } from '../api-client.ts';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { exitCodes } from '../terminal.ts';
import { examineBacklog } from './doctor-backlog.ts';
import { examineConnection } from './doctor-connection.ts';
import { examineDeadLetters } from './doctor-dead-letters.ts';
import { examineSafety } from './doctor-safety.ts';
import { attempt, byLikelihood, describeFindings, type Finding, ifAllowed, note } from './finding.ts';

export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('Check the installation and the connections, and say what to do; exits with 1 if anything is wrong')
    .addHelpText(
      'after',
      "\nFor each connection: its problems, what it may do, how many requests are left, its webhook, and whether everything that\nexists is stored; then what waits in the queues, and for how long; then by what all of it is guarded. What is\nwrong comes first, the likeliest reason for the rest before all: the order is that in which data flows. What takes an\nadmin to see is left out for others.\nA note is nothing wrong: Refrain works, and could do more.\n\nExample:\n  npx refrain doctor --json | jq '.findings[] | select(.ok | not)'",
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const findings = byLikelihood(await examine(openApi(context, options)));
      printResult(context, options, { findings }, describeFindings(findings));
      if (findings.some(({ ok }) => !ok)) context.setExitCode(exitCodes.failed);
    });
}

/** From the ground up: each check is only made when what it stands on is well. */
export async function examine(api: ApiClient): Promise<Finding[]> {
  const ready = await attempt('refrain', `Refrain at ${api.url} is ready`, () => api.get('/readyz', ReadyAnswer));
  if (!ready.ok) return [ready];
  const token = await attempt('token', 'The token is accepted', () => api.get('/v1/session', SessionAnswer));
  if (!token.ok) return [ready, token];
  const parts = await Promise.all([
    ifAllowed('connection', 'The connections', () => examineConnections(api)),
    ifAllowed('queue', 'What waits', () => examineBacklogAndLetters(api)),
    ifAllowed('work', 'What was made of it', () => examineWork(api)),
    ifAllowed('safety', 'By what it is guarded', () => examineSafety(api)),
  ]);
  return [ready, token, ...parts.flat()];
}

async function examineConnections(api: ApiClient): Promise<Finding[]> {
  const [{ items }, backlog] = await Promise.all([
    api.get('/v1/connections?limit=200', ConnectionsAnswer),
    api.get('/v1/backlog', BacklogAnswer),
  ]);
  const unreadableOf = new Map(backlog.connections.map(({ connectionId, unreadable }) => [connectionId, unreadable]));
  const examined = await Promise.all(
    items.map((connection) => examineConnection(api, connection, unreadableOf.get(connection.id) ?? 0)),
  );
  return [examineCount(items), ...examined.flat()];
}

function examineCount({ length }: readonly Connection[]): Finding {
  const advice = 'Connect an account (npx refrain connect) or import an archive (npx refrain import).';
  return note('connection', `${length} connections`, length === 0 ? advice : '');
}

async function examineBacklogAndLetters(api: ApiClient): Promise<Finding[]> {
  const backlog = await api.get('/v1/backlog', BacklogAnswer);
  return [...examineBacklog(backlog), ...(await examineDeadLetters(api, backlog))];
}

async function examineWork(api: ApiClient): Promise<Finding[]> {
  const [{ failures, unassigned, patterns, pending }, proposed, suggested] = await Promise.all([
    api.get('/v1/status', StatusAnswer),
    api.get('/v1/improvements?state=proposed&limit=200', ImprovementsAnswer),
    api.get('/v1/catalogue?status=suggested&limit=1', CatalogueAnswer),
  ]);
  const homeless = proposed.items.filter(({ repository }) => repository === null).length;
  return [
    note('work', `${sayFailures(unassigned.of, failures)}, ${patterns} patterns, ${pending} records to work on`, ''),
    note(
      'work',
      `${homeless} proposed improvements without a repository`,
      homeless === 0
        ? ''
        : 'Approve them with a repository, or name one for all of them: npx refrain policy set --help',
    ),
    note(
      'work',
      `${suggested.total} suggestions of which service runs from where wait for a person`,
      suggested.total === 0 ? '' : 'Decide on them: npx refrain catalogue list --status suggested',
    ),
  ];
}

/** Beside those that count, what is told twice or is none as people say. */
function sayFailures(counted: number, told: number): string {
  return told === counted ? `${counted} failures` : `${counted} failures (${told} with duplicates and what is none)`;
}
