import { type BackfillProgress, secondInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { pollChanges, sharePolls } from '../http/responses/polling.ts';
import type { ServerEvent } from '../http/responses/reply.ts';

/** Milliseconds between two polls of a backfill. All followers share one poll. */
const pollEveryMs = secondInMs;

/** Follows the backfill of a connection to its end. */
export function createProgressStream(
  { readProgress }: Pick<Store['connections'], 'readProgress'>,
  everyMs = pollEveryMs,
): (connectionId: string, signal: AbortSignal) => AsyncGenerator<ServerEvent> {
  const { read, nextPoll } = sharePolls(readProgress, everyMs);
  return (connectionId, signal) => pollChanges('progress', () => read(connectionId), isOver, nextPoll, signal);
}

function isOver({ state, pending }: BackfillProgress): boolean {
  return state !== 'running' && pending === 0;
}
