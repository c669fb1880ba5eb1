import { type EventType, type RefrainEvent, toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { createSharedPolls } from '../http/responses/polling.ts';

/** The number of events per query. */
const pageSize = 200;

export interface EventStreamOptions {
  /** The position after which the stream begins; null for new events only. */
  readonly after: string | null;
  readonly types?: readonly EventType[];
  readonly signal: AbortSignal;
}

/** Opens a stream. Resolves when the start position is known; the stream delivers every event that is written later. */
export type EventStreamOpener = (following: EventStreamOptions) => Promise<AsyncGenerator<RefrainEvent>>;

/**
 * Streams the events of all processes from PostgreSQL, and waits while PostgreSQL is unavailable. Streams at the same position
 * share a query.
 */
export function createEventStreamOpener(
  { events }: { readonly events: Pick<Store['events'], 'findLastPosition' | 'list'> },
  everyMs = 1_000,
): EventStreamOpener {
  const { read, nextPoll } = createSharedPolls((after) => events.list({ after, limit: pageSize }), everyMs);

  async function* streamFrom(start: string, { types, signal }: EventStreamOptions): AsyncGenerator<RefrainEvent> {
    let position = start;
    while (!signal.aborted) {
      const page = await read(position).catch(emptyWhileUnavailable);
      for (const event of page) {
        if (signal.aborted) return;
        if (types === undefined || types.includes(event.type)) yield event;
        position = event.position;
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
