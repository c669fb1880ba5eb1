import {
  CatalogueAnswer,
  type Connection,
  ConnectionsAnswer,
  DeadLettersAnswer,
  ImprovementsAnswer,
  ReadyAnswer,
  SessionAnswer,
  StatusAnswer,
} from '@refrain/domain';
import type { Command } from 'commander';
import type { ApiClient } from '../api-client.ts';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { exitCodes } from '../terminal.ts';
import { examineConnection } from './doctor-connection.ts';
import { attempt, describeFinding, type Finding, find, note } from './finding.ts';

export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('Check the installation and the connections, and say what to do; exits with 1 if anything is wrong')
    .addHelpText(
      'after',
      "\nFor each connection: its problems, what it may do, how many requests are left, its webhook, and whether everything that\nexists is stored. A note is nothing wrong: Refrain works, and could do more.\n\nExample:\n  npx refrain doctor --json | jq '.findings[] | select(.ok | not)'",
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const findings = await examine(openApi(context, options));
      printResult(context, options, { findings }, findings.map(describeFinding).join('\n'));
      if (findings.some(({ ok }) => !ok)) context.setExitCode(exitCodes.failed);
    });
}

/** From the ground up: each check is only made when what it stands on is well. */
export async function examine(api: ApiClient): Promise<Finding[]> {
  const ready = await attempt(`Refrain at ${api.url} is ready`, () => api.get('/readyz', ReadyAnswer));
  if (!ready.ok) return [ready];
  const token = await attempt('The token is accepted', () => api.get('/v1/session', SessionAnswer));
  if (!token.ok) return [ready, token];
  const { items } = await api.get('/v1/connections?limit=200', ConnectionsAnswer);
  const connections = await Promise.all(items.map((connection) => examineConnection(api, connection)));
  return [ready, token, examineCount(items), ...connections.flat(), ...(await examineWork(api))];
}

function examineCount({ length }: readonly Connection[]): Finding {
  const advice = 'Connect an account (npx refrain connect) or import an archive (npx refrain import).';
  return note(`${length} connections`, length === 0 ? advice : '');
}

async function examineWork(api: ApiClient): Promise<Finding[]> {
  const [status, proposed, approved, suggested, jobs, deliveries] = await Promise.all([
    api.get('/v1/status', StatusAnswer),
    api.get('/v1/improvements?state=proposed&limit=200', ImprovementsAnswer),
    api.get('/v1/improvements?state=approved&limit=1', ImprovementsAnswer),
    api.get('/v1/catalogue?status=suggested&limit=1', CatalogueAnswer),
    api.get('/v1/dead-letters?kind=job&limit=1', DeadLettersAnswer),
    api.get('/v1/dead-letters?kind=delivery&limit=1', DeadLettersAnswer),
  ]);
  const { failures, patterns, pending } = status;
  const failedJobs = Object.values(status.queues).reduce((total, { failed }) => total + failed, 0);
  // Queues remember a failed job for a day. Once nothing is owed any more, what it was for has been done.
  const isOwed = status.busy || pending > 0 || approved.total > 0;
  const homeless = proposed.items.filter(({ repository }) => repository === null).length;
  return [
    find(
      failedJobs === 0 || !isOwed,
      `${failures} failures, ${patterns} patterns, ${pending} records to work on, ${failedJobs} failed jobs`,
      'The log of the workers says why; what is owed is tried again by itself.',
    ),
    // Records that could not be read are told with their connection.
    examineLetters(jobs, 'jobs were given up'),
    examineLetters(deliveries, 'messages were not taken by who is to be told'),
    note(
      `${homeless} proposed improvements without a repository`,
      homeless === 0
        ? ''
        : 'Approve them with a repository, or name one for all of them: npx refrain policy set --help',
    ),
    note(
      `${suggested.total} suggestions of which service runs from where wait for a person`,
      suggested.total === 0 ? '' : 'Decide on them: npx refrain catalogue list --status suggested',
    ),
  ];
}

function examineLetters({ items: [first], total }: DeadLettersAnswer, what: string): Finding {
  const advice = `${first?.name}: ${first?.problem} ${first?.advice} All of them: npx refrain dead-letters list`;
  return find(total === 0, `${total} ${what}`, advice);
}
