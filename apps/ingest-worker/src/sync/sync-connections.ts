import type { FailureSource } from '@refrain/connectors';
import { type Connection, toAppError } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { StreamRow } from '@refrain/store';
import pLimit from 'p-limit';
import type { IngestConfig } from '../config.ts';
import { runWithSource } from '../source/run-with-source.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { compareStreams, type StreamComparison } from './compare-streams.ts';
import { planSync } from './plan-sync.ts';
import { syncScope } from './sync-scope.ts';

/** Several syncs run at a time, because a failing provider may take minutes per request. */
const connectionsAtOnce = 8;

type SyncConnectionsDeps = IngestDeps &
  Pick<IngestConfig, 'syncEveryMs'> &
  Partial<Pick<IngestConfig, 'fullSyncEveryMs'>>;

/** Creates the job that syncs each connection that was pulled before. An error of one connection does not stop the others. */
export function createSyncConnectionsHandler(deps: SyncConnectionsDeps): JobHandler<'sync-connections'> {
  const { store, producer, providers, now } = deps;

  async function sync(id: string, signal: AbortSignal): Promise<void> {
    // The stored streams are read before the connection, so that its scope cannot be older than the streams.
    const rows = await store.connections.listStreams(id);
    const connection = await store.connections.find(id);
    if (rows.length === 0 || connection === null) return;
    const { wanted, dropped, isRenamed } = await runWithSource(deps, connection, null, (source) =>
      findStreams(connection, source, rows, signal),
    );
    // After a rename, the stored streams and the scope have new names and must be read again.
    if (isRenamed) return sync(id, signal);
    await store.connections.removeStreams(id, dropped);
    const known = new Set(rows.map(({ stream }) => stream));
    const streams = wanted.filter((stream) => !known.has(stream));
    await store.connections.ensureStreams(id, streams);
    // If a person requested a backfill while the streams were listed, `updatedAt` has changed, and the backfill has priority.
    const { webhook, provider } = connection;
    const eventsCoverAll = providers.get(provider).webhooks?.coversAllStreams ?? false;
    const restarts = planSync({ webhook, eventsCoverAll }, rows, wanted, now(), deps.syncEveryMs, deps.fullSyncEveryMs);
    for (const { stream, point, updatedAt } of restarts) {
      if (await store.connections.restartStream(id, stream, point, updatedAt)) streams.push(stream);
    }
    await producer.enqueueMany(
      'pull-stream',
      streams.map((stream) => ({ connectionId: id, stream })),
    );
  }

  async function findStreams(
    connection: Connection,
    source: FailureSource,
    rows: readonly StreamRow[],
    signal: AbortSignal,
  ): Promise<StreamComparison & { readonly isRenamed: boolean }> {
    const listed = await source.listStreams(connection.scope, signal);
    const kept = rows.map(({ stream }) => stream);
    const sorted = compareStreams(kept, listed, await store.connections.listScopeMembers(connection.id));
    if (!sorted.isScopeStale) return { ...sorted, isRenamed: false };
    const { members, renames } = await syncScope(deps, connection, source, signal);
    return { ...compareStreams(kept, listed, members), isRenamed: renames.length > 0 };
  }

  return async (_payload, signal) => {
    const problems: unknown[] = [];
    const pulled = (await store.connections.list()).filter(
      ({ provider }) => providers.get(provider).account !== undefined,
    );
    await pLimit(connectionsAtOnce).map(pulled, ({ id }) => sync(id, signal).catch((thrown) => problems.push(thrown)));
    if (problems.length > 0) throw toAppError(problems[0]);
  };
}
