import type { FailureSource } from '@refrain/connectors';
import type { Connection } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import { accountSubject } from '../source/connection-problem.ts';
import { withSource } from '../source/with-source.ts';
import { syncScope } from '../sync/sync-scope.ts';
import { checkWebhook, type HealthDeps } from './check-webhook.ts';
import { describeClock, describeMissing } from './describe-health.ts';

/** A healthy connection whose full check is costly gets one in this many rounds. */
const fullCheckEvery = 6;

/**
 * Checks one connection: its permissions, its scope, the provider's clock, and whether webhooks arrive. Webhooks are checked
 * in each round. The other checks run in each round too, unless they cost the provider many requests: then they run every
 * sixth round, as pulling shows most problems anyway, and in each round while the connection has a problem or is new.
 */
export function createCheckConnection(deps: HealthDeps): Handler<'check-connection'> {
  const { store, providers } = deps;
  /** Rounds until the next full check, by connection. */
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
    // Read from PostgreSQL: a cached clock is stale after suspend.
    const present = await store.readClock();
    await store.connections.setProblem(id, 'permissions', describeMissing(missing));
    await store.connections.setProblem(id, 'clock', describeClock(respondedAt, present));
  }

  return async ({ connectionId }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null || providers.get(connection.provider).account === undefined) return;
    await withSource(deps, connection, null, async (source) => {
      if (await isDue(connection)) {
        await checkHealth(connection, source, signal);
        await syncScope(deps, connection, source, signal);
      }
      await checkWebhook(deps, connection, source, signal);
    });
    // The full check verified the credential just now.
    if (connection.status !== 'active') await store.connections.setProblem(connection.id, accountSubject, null);
  };
}
