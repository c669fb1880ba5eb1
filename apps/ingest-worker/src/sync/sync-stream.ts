import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';
import { syncPointOf } from './plan-sync.ts';

/** Looks for what is new in one stream now, because a webhook said that there is something. */
export function createSyncStream({ store, producer, now }: IngestDeps): Handler<'sync-stream'> {
  return async ({ connectionId, stream }) => {
    const row = await store.connections.findStream(connectionId, stream);
    if (row === null || row.state === 'failed') return;
    const point = row.state === 'done' ? syncPointOf(row, now()) : null;
    const restarted =
      point !== null && (await store.connections.restartStream(connectionId, stream, point, row.updatedAt));
    // A pass that is under way may be past the place already: once more when it has ended.
    await producer.enqueue(restarted ? 'pull-stream' : 'sync-stream', { connectionId, stream });
  };
}
