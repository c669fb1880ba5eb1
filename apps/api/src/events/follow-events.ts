import { type EventType, type RefrainEvent, toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { shareLooks } from '../route/share-looks.ts';

/** Between two looks for new events: one look, however many follow. */
const lookEveryMs = 1_000;
/** Events that are read at once. */
const pageSize = 200;

export interface Following {
  /** The place after which it begins; null begins with what comes from now on. */
  readonly after: string | null;
  /** All of them unless given. */
  readonly types?: readonly EventType[];
  readonly signal: AbortSignal;
}

export type FollowEvents = (following: Following) => AsyncGenerator<RefrainEvent>;

/**
 * Follows the events that PostgreSQL holds, whichever process wrote them. Whoever follows takes no connection of the pool for
 * longer than one short query, and all who stand at the same place share that; while PostgreSQL is away they wait.
 */
export function createFollowEvents({ events }: Pick<Store, 'events'>, everyMs = lookEveryMs): FollowEvents {
  const { read, nextTurn } = shareLooks((after) => events.list({ after, limit: pageSize }), everyMs);
  return async function* follow({ after, types, signal }) {
    let place = after ?? (await events.lastPlace());
    while (!signal.aborted) {
      const page = await read(place).catch(nothingWhileAway);
      for (const event of page) {
        if (signal.aborted) return;
        if (types === undefined || types.includes(event.type)) yield event;
        place = event.place;
      }
      if (page.length < pageSize) await nextTurn();
    }
  };
}

function nothingWhileAway(thrown: unknown): RefrainEvent[] {
  if (toAppError(thrown).code === 'unavailable') return [];
  throw thrown;
}
