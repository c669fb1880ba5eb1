import { dayInMs, type EventType, type RefrainEvent } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

const retentionMs = 30 * dayInMs;

export interface EventFilter {
  /** Lists only events after this position, usually the position of the last event that the reader has received. */
  readonly after: string;
  readonly types?: readonly EventType[];
  readonly limit: number;
}

/** Reads events for subscribers. Each event is written in the transaction of the change that it reports. */
export function createEventQueries(db: Kysely<Database>) {
  return {
    /** Lists events in the order in which they became visible; positions increase. */
    list({ after, types, limit }: EventFilter): Promise<RefrainEvent[]> {
      let query = db
        .selectFrom('event')
        .select(eventColumns)
        .where('position', '>', after)
        .orderBy('position')
        .limit(limit);
      if (types !== undefined) query = query.where('type', 'in', [...types]);
      return query.execute();
    },

    /** Returns the position of the last event; `0` before the first. */
    async findLastPosition(): Promise<string> {
      const row = await db
        .selectFrom('event')
        .select('position')
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.position ?? '0';
    },

    /** Deletes up to `limit` events that are older than 30 days, with their deliveries, and returns their number. */
    async expire(limit: number): Promise<number> {
      const { numAffectedRows } = await sql`
        delete from event where position = any(array(
          select position from event where at < now() - ${retentionMs} * interval '1 millisecond' order by at limit ${limit}
        ))`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },
  };
}

export const eventColumns = ['id', 'position', 'type', 'at', 'patternId', 'reportId', 'digestId'] as const;
