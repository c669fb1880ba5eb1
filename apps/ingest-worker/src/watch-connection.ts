import type { FailureSource } from '@refrain/connectors';
import type { Connection } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import { describeMissing } from './describe-health.ts';
import { lookAtScope } from './look-at-scope.ts';
import { keepWebhook, type WatchDeps } from './watch-webhook.ts';
import { withSource } from './with-source.ts';

/**
 * Looks after one connection: which permissions it lacks, whether what is taken in is still there, whether the provider's
 * events come. Of 500 repositories that costs some 25 requests, and one for each hundred deliveries since the last time.
 */
export function createWatchConnection(deps: WatchDeps): Handler<'watch-connection'> {
  const { store } = deps;

  async function keepPermissions({ id }: Connection, source: FailureSource, signal: AbortSignal): Promise<void> {
    const { missing } = await source.verify(signal);
    await store.problems.set(id, 'permissions', describeMissing(missing));
  }

  return async ({ connectionId }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null || connection.provider === 'archive') return;
    await withSource(deps, connection, null, async (source) => {
      await keepPermissions(connection, source, signal);
      await lookAtScope(deps, connection, source, signal);
      await keepWebhook(deps, connection, source, signal);
    });
  };
}
