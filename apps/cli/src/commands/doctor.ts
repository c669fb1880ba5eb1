import { BackfillProgress, Connection, Improvement, toAppError } from '@refrain/domain';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ApiClient } from '../api-client.ts';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { exitCodes } from '../terminal.ts';

export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do about it; empty where nothing is wrong. */
  readonly advice: string;
}

const Connections = z.object({ items: z.array(Connection) });
const Unreadable = z.object({ items: z.array(z.object({ type: z.string(), problem: z.string().nullable() })) });
const Improvements = z.object({ items: z.array(Improvement) });
const Status = z.object({
  failures: z.number(),
  patterns: z.number(),
  pending: z.number(),
  queues: z.record(z.string(), z.object({ failed: z.number(), waiting: z.number() })),
});

export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('Check the installation and the connections, and say what to do; exits with 1 if anything is wrong')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const findings = await examine(openApi(context, options));
      const text = findings.map(
        ({ ok, what, advice }) => `${ok ? 'ok   ' : 'WRONG'} ${what}${ok ? '' : `\n      ${advice}`}`,
      );
      printResult(context, options, { findings }, text.join('\n'));
      if (findings.some(({ ok }) => !ok)) process.exitCode = exitCodes.failed;
    });
}

/** From the ground up: each check is only made when what it stands on is well. */
export async function examine(api: ApiClient): Promise<Finding[]> {
  const ready = await attempt(`Refrain at ${api.url} is ready`, () => api.getText('/readyz', 'application/json'));
  if (!ready.ok) return [ready];
  const token = await attempt('The token is accepted', () => api.getText('/v1/session', 'application/json'));
  if (!token.ok) return [ready, token];
  const { items } = await api.get('/v1/connections', Connections);
  const connections = await Promise.all(items.map((connection) => examineConnection(api, connection)));
  return [ready, token, examineCount(items), ...connections.flat(), ...(await examineWork(api))];
}

async function attempt(what: string, check: () => Promise<unknown>): Promise<Finding> {
  try {
    await check();
    return { ok: true, what, advice: '' };
  } catch (error) {
    return { ok: false, what, advice: toAppError(error).message };
  }
}

function examineCount(connections: readonly Connection[]): Finding {
  return {
    ok: connections.length > 0,
    what: `${connections.length} connections`,
    advice: 'Connect an account (refrain connect) or import an archive (refrain import).',
  };
}

async function examineConnection(api: ApiClient, connection: Connection): Promise<Finding[]> {
  const name = `${connection.provider} ${connection.account}`;
  const [progress, unreadable] = await Promise.all([
    api.get(`/v1/connections/${connection.id}/progress`, BackfillProgress),
    api.get(`/v1/connections/${connection.id}/unreadable`, Unreadable),
  ]);
  const failed = progress.streams.filter(({ state }) => state === 'failed');
  return [
    {
      ok: connection.status === 'active',
      what: `${name} is ${connection.status.replace('_', ' ')}`,
      advice: connection.statusReason ?? '',
    },
    {
      ok: failed.length === 0,
      what: `${name}: ${progress.records} records, ${failed.length} streams failed`,
      advice: `${failed[0]?.stream}: ${failed[0]?.problem} Then run: refrain backfill ${connection.id}`,
    },
    {
      ok: unreadable.items.length === 0,
      what: `${name}: ${unreadable.items.length} records could not be read`,
      advice: `${unreadable.items[0]?.type}: ${unreadable.items[0]?.problem} They are kept and can be replayed.`,
    },
  ];
}

async function examineWork(api: ApiClient): Promise<Finding[]> {
  const [status, improvements] = await Promise.all([
    api.get('/v1/status', Status),
    api.get('/v1/improvements?state=proposed&limit=200', Improvements),
  ]);
  const failedJobs = Object.values(status.queues).reduce((total, { failed }) => total + failed, 0);
  const homeless = improvements.items.filter(({ repository }) => repository === null);
  return [
    {
      ok: failedJobs === 0,
      what: `${status.failures} failures, ${status.patterns} patterns, ${status.pending} records to work on, ${failedJobs} failed jobs`,
      advice: 'The workers log says why; the reconciler tries again by itself.',
    },
    {
      ok: homeless.length === 0,
      what: `${homeless.length} proposed improvements without a repository`,
      advice: 'Approve them with a repository, or set REFRAIN_FALLBACK_REPOSITORY.',
    },
  ];
}
