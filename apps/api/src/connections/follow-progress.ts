import { type BackfillProgress, secondInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { ServerEvent } from '../http/responses/reply.ts';
import { changesOf } from '../http/responses/send-events.ts';
import { shareLooks } from '../http/responses/share-polls.ts';

/** Between two looks at a backfill: one look, however many follow it. */
const lookEveryMs = secondInMs;

/** Follows the backfill of a connection to its end. */
export function createFollowProgress(
  { progress }: Pick<Store['connections'], 'progress'>,
  everyMs = lookEveryMs,
): (connectionId: string, signal: AbortSignal) => AsyncGenerator<ServerEvent> {
  const { read, nextTurn } = shareLooks(progress, everyMs);
  return (connectionId, signal) => changesOf('progress', () => read(connectionId), isOver, nextTurn, signal);
}

function isOver({ state, pending }: BackfillProgress): boolean {
  return state !== 'running' && pending === 0;
}
