import { type EventType, type RefrainEvent, toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { sharePolls } from '../http/responses/polling.ts';

/** Milliseconds between two polls for new events. All followers share one poll. */
const pollEveryMs = 1_000;
/** Events per query. */
const pageSize = 200;

export interface EventStreamOptions {
  /** The position to resume after; null follows only events that are written from now on. */
  readonly after: string | null;
  /** Every type by default. */
  readonly types?: readonly EventType[];
  readonly signal: AbortSignal;
}

/** Resolves once the starting position is known; every event that is written after that is delivered. */
export type OpenEventStream = (following: EventStreamOptions) => Promise<AsyncGenerator<RefrainEvent>>;

/**
 * Follows the events in PostgreSQL, whichever process wrote them. A follower holds a connection of the pool only for short
 * queries, and followers at the same position share a query. They wait while PostgreSQL is unavailable.
 */
export function createEventStream(
  { events }: { readonly events: Pick<Store['events'], 'findLastPosition' | 'list'> },
  everyMs = pollEveryMs,
): OpenEventStream {
  const { read, nextPoll } = sharePolls((after) => events.list({ after, limit: pageSize }), everyMs);

  async function* streamFrom(start: string, { types, signal }: EventStreamOptions): AsyncGenerator<RefrainEvent> {
    let position = start;
    while (!signal.aborted) {
      const page = await read(position).catch(emptyWhileUnavailable);
      for (const event of page) {
        if (signal.aborted) return;
        if (types === undefined || types.includes(event.type)) yield event;
        position = event.place;
      }
      if (page.length < pageSize) await nextPoll();
    }
  }

  return async (following) => streamFrom(following.after ?? (await events.findLastPosition()), following);
}

function emptyWhileUnavailable(thrown: unknown): RefrainEvent[] {
  if (toAppError(thrown).code === 'unavailable') return [];
  throw thrown;
}
