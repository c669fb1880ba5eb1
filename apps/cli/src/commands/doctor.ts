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
import { type ApiClient, requestAllPages } from '../api-client.ts';
import { type CommandEnvironment, type CommandInvocation, setCommandAction } from '../command-environment.ts';
import { findDataFolder } from '../settings.ts';
import { exitCodes } from '../terminal.ts';
import { examineBacklog, examineDeadLetters } from './doctor-backlog.ts';
import { examineConnection } from './doctor-connection.ts';
import { examineEncryptionKeys, examineErasures } from './doctor-data-protection.ts';
import { examineDiskSpace } from './doctor-disk.ts';
import {
  collectFindings,
  createFindingFromCheck,
  createInformationalFinding,
  type DoctorFinding,
  describeDoctorFindings,
  sortDoctorFindings,
} from './doctor-finding.ts';
import { examineApiPort } from './doctor-port.ts';
import { examineProcessRestarts, explainInstanceStop, readRestartLog } from './doctor-restarts.ts';
import { examineSecuritySettings, examineTls } from './doctor-security.ts';
import { examineSubscriptions } from './doctor-subscriptions.ts';

/**
 * Maximum number of connections that are examined concurrently. Each takes five requests, one of which causes a provider
 * request.
 */
const atOnce = 50;

export function addDoctorCommand(program: Command, context: CommandEnvironment): void {
  const doctor = program
    .command('doctor')
    .description('Check the installation and its connections, and print what to do; exit with 1 if anything is wrong')
    .addHelpText(
      'after',
      "\nChecks each connection (problems, permissions, rate limit, webhook, completeness), the queues and the age of their work,\nresults and subscriptions, erasures and encryption keys, and how access is secured. Problems come first, and among them\nthe likeliest cause of the others: stalled queues, then the order in which data flows. Checks that need an admin are\nleft out for other users. A note is not a problem: Refrain works, but could do more.\n\nExample:\n  npx refrain doctor --json | jq '.findings[] | select(.ok | not)'",
    );
  setCommandAction(context, doctor, async (invocation) => {
    const findings = sortDoctorFindings(await examineInstance(context, invocation));
    invocation.print({ findings }, describeDoctorFindings(findings));
    if (findings.some(({ ok }) => !ok)) context.setExitCode(exitCodes.failed);
  });
}

/** Examines the instance through its API. If the instance is on this machine, also examines its restart log and disk. */
async function examineInstance(
  context: CommandEnvironment,
  { options, createApi }: CommandInvocation,
): Promise<DoctorFinding[]> {
  const url = options.url ?? context.env.REFRAIN_URL;
  const folder = findDataFolder(context, url);
  const restarts = folder === null ? [] : readRestartLog(folder);
  const stop = url === undefined ? explainInstanceStop(restarts) : null;
  const tls = examineTls(context.env);
  const disk = folder === null ? [] : await examineDiskSpace(folder);
  if (stop !== null) return [stop, ...disk, ...tls];
  const api = createApi();
  const [found, port] = await Promise.all([
    examineInstanceThroughApi(api),
    api.usesSocket ? [await examineApiPort(api.url)] : [],
  ]);
  return [...tls, ...disk, ...examineProcessRestarts(restarts, Date.now()), ...port, ...found];
}

export async function examineInstanceThroughApi(api: ApiClient, now = Date.now()): Promise<DoctorFinding[]> {
  const ready = await createFindingFromCheck('refrain', `Refrain at ${api.url} is ready`, () =>
    api.get('/readyz', ReadinessResponse),
  );
  if (!ready.ok) return [ready];
  const token = await createFindingFromCheck('token', 'The token is accepted', () =>
    api.get('/v1/session', SessionResponse),
  );
  if (!token.ok) return [ready, token];
  const backlog = api.get('/v1/backlog', BacklogResponse);
  const parts = await Promise.all([
    collectFindings('connection', 'The connections', () => examineConnections(api, backlog)),
    collectFindings('queue', 'The queues', async () => examineBacklogAndLetters(api, await backlog)),
    collectFindings('work', 'The results', async () => examineWork(await api.get('/v1/status', StatusResponse))),
    collectFindings('work', 'Proposed improvements', () => examineProposed(api)),
    collectFindings('work', 'Suggested catalogue entries', () => examineSuggested(api)),
    collectFindings('work', 'The policy', async () => examinePolicy(await api.get('/v1/policy', PolicyResponse))),
    collectFindings('subscription', 'The subscriptions', () => examineSubscriptions(api)),
    collectFindings('data_protection', 'Erasures', () => examineErasures(api, now)),
    collectFindings('data_protection', 'Encryption keys', () => examineEncryptionKeys(api, now)),
    collectFindings('security', 'Security', () => examineSecuritySettings(api)),
  ]);
  return [ready, token, ...parts.flat()];
}

async function examineConnections(api: ApiClient, backlog: Promise<BacklogResponse>): Promise<DoctorFinding[]> {
  const [connections, unreadableOf] = await Promise.all([
    requestAllPages(api, '/v1/connections', ConnectionsResponse),
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

async function countUnreadable(backlog: Promise<BacklogResponse>): Promise<ReadonlyMap<string, number> | null> {
  const [settled] = await Promise.allSettled([backlog]);
  if (settled.status === 'rejected') return null;
  return new Map(settled.value.connections.map(({ connectionId, unreadable }) => [connectionId, unreadable]));
}

function examineCount({ length }: readonly Connection[]): DoctorFinding {
  const advice = 'Connect an account (npx refrain connect) or import an archive (npx refrain import).';
  return createInformationalFinding('connection', `${length} connections`, length === 0 ? advice : '');
}

async function examineBacklogAndLetters(api: ApiClient, backlog: BacklogResponse): Promise<DoctorFinding[]> {
  const letters = await collectFindings('jobs', 'Dead letters', () => examineDeadLetters(api, backlog));
  return [...examineBacklog(backlog, api.url), ...letters];
}

function examineWork({ failures, unassigned, patterns, pending }: StatusResponse): DoctorFinding[] {
  const counts = `${formatFailureCount(unassigned.of, failures)}, ${patterns} patterns, ${pending} records to process`;
  return [createInformationalFinding('work', counts, '')];
}

async function examineProposed(api: ApiClient): Promise<DoctorFinding[]> {
  const proposed = await requestAllPages(api, '/v1/improvements', ImprovementsResponse, { state: 'proposed' });
  const withoutRepository = proposed.filter(({ repository }) => repository === null).length;
  const advice = 'Approve them with a repository, or set a fallback repository for all: npx refrain policy set --help';
  return [
    createInformationalFinding(
      'work',
      `${withoutRepository} proposed improvements without a repository`,
      withoutRepository === 0 ? '' : advice,
    ),
  ];
}

async function examineSuggested(api: ApiClient): Promise<DoctorFinding[]> {
  const { total } = await api.get('/v1/catalogue?status=suggested&limit=1', CatalogueResponse);
  const what = `${total} suggested catalogue entries need a decision`;
  return [
    createInformationalFinding(
      'work',
      what,
      total === 0 ? '' : 'Decide on them: npx refrain catalogue list --status suggested',
    ),
  ];
}

function examinePolicy({ policy }: PolicyResponse): DoctorFinding[] {
  if (!policy.dryRun) return [];
  const advice =
    'To list what would be written: npx refrain writes --state planned. To end the dry run: npx refrain policy set dryRun=false';
  return [createInformationalFinding('work', 'nothing is written to a provider: the policy is in dry run', advice)];
}

function formatFailureCount(counted: number, all: number): string {
  return all === counted
    ? `${counted} failures`
    : `${counted} failures (${all} including duplicates and excluded ones)`;
}
