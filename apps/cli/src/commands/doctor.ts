import {
  BackfillProgress,
  type Connection,
  ConnectionsAnswer,
  ImprovementsAnswer,
  ReadyAnswer,
  SessionAnswer,
  StatusAnswer,
  toAppError,
  UnreadableAnswer,
} from '@refrain/domain';
import type { Command } from 'commander';
import type { ApiClient } from '../api-client.ts';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { exitCodes } from '../terminal.ts';

export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do about it, or what can be done where nothing is wrong; empty where there is nothing to say. */
  readonly advice: string;
}

/** How many the API lists at most. */
const unreadableShown = 100;

export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('Check the installation and the connections, and say what to do; exits with 1 if anything is wrong')
    .addHelpText('after', "\nExample:\n  npx refrain doctor --json | jq '.findings[] | select(.ok | not)'")
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const findings = await examine(openApi(context, options));
      const text = findings.map(
        (finding) => `${labelOf(finding)} ${finding.what}${finding.advice === '' ? '' : `\n      ${finding.advice}`}`,
      );
      printResult(context, options, { findings }, text.join('\n'));
      if (findings.some(({ ok }) => !ok)) context.setExitCode(exitCodes.failed);
    });
}

function labelOf({ ok, advice }: Finding): string {
  if (!ok) return 'WRONG';
  return advice === '' ? 'ok   ' : 'note ';
}

/** From the ground up: each check is only made when what it stands on is well. */
export async function examine(api: ApiClient): Promise<Finding[]> {
  const ready = await attempt(`Refrain at ${api.url} is ready`, () => api.get('/readyz', ReadyAnswer));
  if (!ready.ok) return [ready];
  const token = await attempt('The token is accepted', () => api.get('/v1/session', SessionAnswer));
  if (!token.ok) return [ready, token];
  const { items } = await api.get('/v1/connections', ConnectionsAnswer);
  const connections = await Promise.all(items.map((connection) => examineConnection(api, connection)));
  return [ready, token, examineCount(items), ...connections.flat(), ...(await examineWork(api))];
}

async function attempt(what: string, check: () => Promise<unknown>): Promise<Finding> {
  try {
    await check();
    return find(true, what, '');
  } catch (error) {
    return find(false, what, toAppError(error).message);
  }
}

function find(ok: boolean, what: string, advice: string): Finding {
  return { ok, what, advice: ok ? '' : advice };
}

function examineCount({ length }: readonly Connection[]): Finding {
  const advice = 'Connect an account (npx refrain connect) or import an archive (npx refrain import).';
  return { ok: true, what: `${length} connections`, advice: length === 0 ? advice : '' };
}

async function examineConnection(api: ApiClient, connection: Connection): Promise<Finding[]> {
  const { id, provider, account, status, statusReason } = connection;
  const name = `${provider} ${account} (${id})`;
  const [progress, unreadable] = await Promise.all([
    api.get(`/v1/connections/${id}/progress`, BackfillProgress),
    api.get(`/v1/connections/${id}/unreadable`, UnreadableAnswer),
  ]);
  const active = status === 'active';
  const failed = progress.streams.filter(({ state }) => state === 'failed');
  const [first] = unreadable.items;
  const many = unreadable.items.length >= unreadableShown ? `${unreadableShown} or more` : unreadable.items.length;
  return [
    find(
      active,
      `${name} ${active ? 'is active' : 'needs attention'}`,
      statusReason ?? 'Run npx refrain connect again.',
    ),
    find(
      failed.length === 0,
      `${name}: ${progress.records} records pulled, ${failed.length} streams failed`,
      `${failed[0]?.stream}: ${failed[0]?.problem ?? 'no reason is known'}; then run npx refrain backfill ${id}`,
    ),
    find(
      unreadable.items.length === 0,
      `${name}: ${many} records could not be read`,
      `${first?.type}: ${first?.problem ?? 'no reason is known'}; they are kept and can be read again by a later version`,
    ),
  ];
}

async function examineWork(api: ApiClient): Promise<Finding[]> {
  const [status, proposed, approved] = await Promise.all([
    api.get('/v1/status', StatusAnswer),
    api.get('/v1/improvements?state=proposed&limit=200', ImprovementsAnswer),
    api.get('/v1/improvements?state=approved&limit=1', ImprovementsAnswer),
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
    {
      ok: true,
      what: `${homeless} proposed improvements without a repository`,
      advice: homeless === 0 ? '' : 'Approve them with a repository, or set REFRAIN_FALLBACK_REPOSITORY.',
    },
  ];
}
