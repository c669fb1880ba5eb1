import type { IngestDeps } from '../worker/deps.ts';
import type { EventHandler } from './event-handler.ts';

/** Marks the streams of the changed objects as stale and enqueues their sync, because an event holds only part of what changed. */
export function createStreamEventHandler({ store, producer, providers }: IngestDeps): EventHandler {
  return async ({ id: connectionId }, rows) => {
    const stale = [...new Set(rows.flatMap((row) => providers.listStaleStreams(row.provider, row)))];
    if (stale.length > 0) await store.connections.markStreamsStale(connectionId, stale);
    await producer.enqueueMany(
      'sync-stream',
      stale.map((stream) => ({ connectionId, stream })),
    );
  };
}
