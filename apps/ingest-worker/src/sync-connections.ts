import { type Connection, toAppError } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';
import { planSync } from './plan-sync.ts';
import { withSource } from './with-source.ts';

/** Pulls what is new from each account that was pulled from before. A connection in trouble does not hold up the others. */
export function createSyncConnections(deps: IngestDeps): Handler<'sync-connections'> {
  const { store, producer } = deps;

  async function sync(connection: Connection, signal: AbortSignal): Promise<void> {
    const { id } = connection;
    const rows = await store.connections.listStreams(id);
    if (rows.length === 0) return;
    const listed = await withSource(deps, connection, null, (source) => source.listStreams(connection.scope, signal));
    const known = new Set(rows.map(({ stream }) => stream));
    const streams = listed.filter((stream) => !known.has(stream));
    await store.connections.ensureStreams(id, streams);
    // The list took its time: a backfill that a person asked for meanwhile goes before.
    for (const { stream, point, updatedAt } of planSync(connection, rows, listed, deps.now())) {
      if (await store.connections.restartStream(id, stream, point, updatedAt)) streams.push(stream);
    }
    await producer.enqueueMany(
      'pull-stream',
      streams.map((stream) => ({ connectionId: id, stream })),
    );
  }

  return async (_payload, signal) => {
    const problems: unknown[] = [];
    for (const connection of await store.connections.list()) {
      if (connection.provider === 'archive') continue;
      await sync(connection, signal).catch((thrown) => problems.push(thrown));
    }
    if (problems.length > 0) throw toAppError(problems[0]);
  };
}
