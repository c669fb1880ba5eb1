import type { JobHandler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';
import { findSyncStart } from './plan-sync.ts';

/** Creates the job that pulls the new records of the stream to which a webhook belongs. */
export function createSyncStreamHandler({ store, producer, now }: IngestDeps): JobHandler<'sync-stream'> {
  return async ({ connectionId, stream }) => {
    const row = await store.connections.findStream(connectionId, stream);
    if (row === null || row.state === 'failed') return;
    const point = row.state === 'done' ? findSyncStart(row, now()) : null;
    const restarted =
      point !== null && (await store.connections.restartStream(connectionId, stream, point, row.updatedAt));
    // The running pass may already be past the new record, so another sync follows that pass.
    await producer.enqueue(restarted ? 'pull-stream' : 'sync-stream', { connectionId, stream });
  };
}
