import {
  BacklogResponse,
  CatalogueResponse,
  type Connection,
  ConnectionsResponse,
  ImprovementsResponse,
  PolicyResponse,
  ReadinessResponse,
  SessionResponse,
  StatusResponse,
} from '@refrain/domain';
import type { Command } from 'commander';
import type { ApiClient } from '../api-client.ts';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { listAll } from '../list-all.ts';
import { findDataFolder } from '../settings.ts';
import { exitCodes } from '../terminal.ts';
import { examineBacklog } from './doctor-backlog.ts';
import { examineConnection } from './doctor-connection.ts';
import { examineErasures, examineKeys } from './doctor-data-protection.ts';
import { examineDeadLetters } from './doctor-dead-letters.ts';
import { examineDisk } from './doctor-disk.ts';
import { examinePort } from './doctor-port.ts';
import { examineRestarts, examineStop, readRestarts } from './doctor-restarts.ts';
import { examineSecurity, examineTls } from './doctor-security.ts';
import { examineSubscriptions } from './doctor-subscriptions.ts';
import { attempt, attemptAll, byLikelihood, describeFindings, type Finding, note } from './finding.ts';

/** Connections that are examined side by side: each takes five requests, of which one asks its provider. */
const atOnce = 50;

export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('Check the installation and the connections, and say what to do; exits with 1 if anything is wrong')
    .addHelpText(
      'after',
      "\nFor each connection: its problems, what it may do, how many requests are left, its webhook, and whether everything that\nexists is stored; then what waits in the queues, and for how long; what came of it and who is told; whether what was to\nbe forgotten is; by what all of it is guarded. What is wrong comes first, the likeliest reason for the rest before all:\na queue that nobody works on, then in the order in which data flows. What takes an admin to see is left out for others.\nA note is nothing wrong: Refrain works, and could do more.\n\nExample:\n  npx refrain doctor --json | jq '.findings[] | select(.ok | not)'",
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const findings = byLikelihood(await examineInstance(context, options));
      printResult(context, options, { findings }, describeFindings(findings));
      if (findings.some(({ ok }) => !ok)) context.setExitCode(exitCodes.failed);
    });
}

/** Also reports why an instance on this machine stopped, which of its processes were restarted, and whether its disk is nearly full. */
async function examineInstance(context: CommandContext, options: CommonOptions): Promise<Finding[]> {
  const url = options.url ?? context.env.REFRAIN_URL;
  const folder = findDataFolder(context, url);
  const restarts = folder === null ? [] : readRestarts(folder);
  const stop = url === undefined ? examineStop(restarts) : null;
  const tls = examineTls(context.env);
  const disk = folder === null ? [] : await examineDisk(folder);
  if (stop !== null) return [stop, ...disk, ...tls];
  const api = openApi(context, options);
  const [found, port] = await Promise.all([examine(api), api.usesSocket ? [await examinePort(api.url)] : []]);
  return [...tls, ...disk, ...examineRestarts(restarts, Date.now()), ...port, ...found];
}

/**
 * From the ground up: each check is only made when what it stands on is well. Beyond that none depends on another one.
 * @param now in milliseconds
 */
export async function examine(api: ApiClient, now = Date.now()): Promise<Finding[]> {
  const ready = await attempt('refrain', `Refrain at ${api.url} is ready`, () => api.get('/readyz', ReadinessResponse));
  if (!ready.ok) return [ready];
  const token = await attempt('token', 'The token is accepted', () => api.get('/v1/session', SessionResponse));
  if (!token.ok) return [ready, token];
  const backlog = api.get('/v1/backlog', BacklogResponse);
  const parts = await Promise.all([
    attemptAll('connection', 'The connections', () => examineConnections(api, backlog)),
    attemptAll('queue', 'What waits', async () => examineBacklogAndLetters(api, await backlog)),
    attemptAll('work', 'What was made of it', async () => examineWork(await api.get('/v1/status', StatusResponse))),
    attemptAll('work', 'What is proposed', () => examineProposed(api)),
    attemptAll('work', 'What is suggested', () => examineSuggested(api)),
    attemptAll('work', 'Whether anything is written', async () =>
      examinePolicy(await api.get('/v1/policy', PolicyResponse)),
    ),
    attemptAll('subscription', 'Who is told', () => examineSubscriptions(api)),
    attemptAll('data_protection', 'What is forgotten', () => examineErasures(api, now)),
    attemptAll('data_protection', 'By which keys it is encrypted', () => examineKeys(api, now)),
    attemptAll('security', 'By what it is guarded', () => examineSecurity(api)),
  ]);
  return [ready, token, ...parts.flat()];
}

async function examineConnections(api: ApiClient, backlog: Promise<BacklogResponse>): Promise<Finding[]> {
  const [connections, unreadableOf] = await Promise.all([
    listAll(api, '/v1/connections', ConnectionsResponse),
    countUnreadable(backlog),
  ]);
  const findings = [examineCount(connections)];
  for (let from = 0; from < connections.length; from += atOnce) {
    const some = connections.slice(from, from + atOnce);
    const count = ({ id }: Connection) => (unreadableOf === null ? null : (unreadableOf.get(id) ?? 0));
    const examined = await Promise.all(some.map((connection) => examineConnection(api, connection, count(connection))));
    findings.push(...examined.flat());
  }
  return findings;
}

/** Null where the backlog is not told, which is a finding of the queues. */
async function countUnreadable(backlog: Promise<BacklogResponse>): Promise<ReadonlyMap<string, number> | null> {
  const [asked] = await Promise.allSettled([backlog]);
  if (asked.status === 'rejected') return null;
  return new Map(asked.value.connections.map(({ connectionId, unreadable }) => [connectionId, unreadable]));
}

function examineCount({ length }: readonly Connection[]): Finding {
  const advice = 'Connect an account (npx refrain connect) or import an archive (npx refrain import).';
  return note('connection', `${length} connections`, length === 0 ? advice : '');
}

async function examineBacklogAndLetters(api: ApiClient, backlog: BacklogResponse): Promise<Finding[]> {
  const letters = await attemptAll('jobs', 'What was given up', () => examineDeadLetters(api, backlog));
  return [...examineBacklog(backlog, api.url), ...letters];
}

function examineWork({ failures, unassigned, patterns, pending }: StatusResponse): Finding[] {
  const told = `${formatFailureCount(unassigned.of, failures)}, ${patterns} patterns, ${pending} records to work on`;
  return [note('work', told, '')];
}

async function examineProposed(api: ApiClient): Promise<Finding[]> {
  const proposed = await listAll(api, '/v1/improvements', ImprovementsResponse, { state: 'proposed' });
  const withoutRepository = proposed.filter(({ repository }) => repository === null).length;
  const advice = 'Approve them with a repository, or name one for all of them: npx refrain policy set --help';
  return [
    note(
      'work',
      `${withoutRepository} proposed improvements without a repository`,
      withoutRepository === 0 ? '' : advice,
    ),
  ];
}

async function examineSuggested(api: ApiClient): Promise<Finding[]> {
  const { total } = await api.get('/v1/catalogue?status=suggested&limit=1', CatalogueResponse);
  const what = `${total} suggestions of which service runs from where wait for a person`;
  return [note('work', what, total === 0 ? '' : 'Decide on them: npx refrain catalogue list --status suggested')];
}

function examinePolicy({ policy }: PolicyResponse): Finding[] {
  if (!policy.dryRun) return [];
  const advice = 'npx refrain writes --state planned lists what would be; npx refrain policy set dryRun=false ends it';
  return [note('work', 'nothing is written to a provider: the policy is in dry run', advice)];
}

/** Beside those that count, what is told twice or is none as people say. */
function formatFailureCount(counted: number, told: number): string {
  return told === counted ? `${counted} failures` : `${counted} failures (${told} with duplicates and what is none)`;
}
