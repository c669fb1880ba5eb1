import type { FailureSource } from '@refrain/connectors';
import { type Connection, type ConnectionHealth, type Instant, minuteInMs } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import { streamPassOverlapMs } from '@refrain/store';
import { accountProblemSubject, runWithSource } from '../source/run-with-source.ts';
import { syncScope } from '../sync/sync-scope.ts';
import { checkWebhook, type HealthCheckDeps } from './check-webhook.ts';

/** A healthy connection whose full check takes many requests is fully checked only once in this many rounds. */
const fullCheckEvery = 6;
/** If the clock is ahead by more than the overlap of two passes over a stream, a sync misses records. */
const tolerableMs = streamPassOverlapMs / 2;

/**
 * Creates the job that checks the permissions, the scope, the clock and the webhooks of one connection. If a full check takes
 * many requests and the connection has no problems, most rounds check only its webhooks, because pulling also reveals most
 * problems.
 */
export function createCheckConnectionHandler(deps: HealthCheckDeps): JobHandler<'check-connection'> {
  const { store, providers } = deps;
  const rounds = new Map<string, number>();

  async function isDue({ id, provider, status }: Connection): Promise<boolean> {
    const left = rounds.get(id) ?? 0;
    rounds.set(id, left > 0 ? left - 1 : fullCheckEvery - 1);
    if (left === 0 || status !== 'active' || !providers.get(provider).account?.isCostlyToVerify) return true;
    const members = await store.connections.listScopeMembers(id);
    return members.length === 0 || members.some(({ state }) => state === 'former');
  }

  async function checkHealth({ id }: Connection, source: FailureSource, signal: AbortSignal): Promise<void> {
    const { missing, respondedAt } = await source.verify(signal);
    // The time is read from PostgreSQL again, because the cached time is wrong after the machine was suspended.
    const present = await store.readClock();
    await store.connections.setProblem(id, 'permissions', describeMissingPermissions(missing));
    await store.connections.setProblem(id, 'clock', describeClockDifference(respondedAt, present));
  }

  return async ({ connectionId }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null || providers.get(connection.provider).account === undefined) return;
    await runWithSource(deps, connection, null, async (source) => {
      if (await isDue(connection)) {
        await checkHealth(connection, source, signal);
        await syncScope(deps, connection, source, signal);
      }
      await checkWebhook(deps, connection, source, signal);
    });
    // The full check has just verified the credential, so the account has no problem any longer.
    if (connection.status !== 'active') await store.connections.setProblem(connection.id, accountProblemSubject, null);
  };
}

/** Returns null if no permission is missing. */
export function describeMissingPermissions(missing: ConnectionHealth['missing']): string | null {
  const needed = missing.filter(({ isOptional }) => isOptional !== true);
  if (needed.length === 0) return null;
  const each = needed.map(({ permission, costs }) => `${permission} (costs ${costs})`).join(', ');
  return `The credential lacks ${each}: grant the missing access (Refrain notices within minutes), or connect again with another credential`;
}

/**
 * Describes how far the clock of PostgreSQL differs from the provider's, and what to do; null if the clocks agree.
 * @param respondedAt the present time by the provider's clock; null if unknown
 * @param now the time of PostgreSQL, which all processes use
 */
export function describeClockDifference(respondedAt: Instant | null, now: number): string | null {
  if (respondedAt === null) return null;
  const aheadMs = now - Date.parse(respondedAt);
  if (Math.abs(aheadMs) <= tolerableMs) return null;
  const minutes = Math.round(Math.abs(aheadMs) / minuteInMs);
  const where = aheadMs > 0 ? 'ahead of' : 'behind';
  return `PostgreSQL's clock is ${minutes} minutes ${where} the provider's, so new records may be missed: synchronise the clock of its host with NTP (Refrain notices within minutes)`;
}
