import { type BackfillProgress, secondInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { createSharedPolls, pollChanges } from '../http/responses/polling.ts';
import type { ServerSentEvent } from '../http/responses/reply.ts';

/** Creates streams of the progress of backfills. All clients that follow one backfill share its polls. */
export function createProgressStream(
  { readProgress }: Pick<Store['connections'], 'readProgress'>,
  everyMs = secondInMs,
): (connectionId: string, signal: AbortSignal) => AsyncGenerator<ServerSentEvent> {
  const { read, nextPoll } = createSharedPolls(readProgress, everyMs);
  return (connectionId, signal) => pollChanges('progress', () => read(connectionId), isOver, nextPoll, signal);
}

function isOver({ state, pending }: BackfillProgress): boolean {
  return state !== 'running' && pending === 0;
}
