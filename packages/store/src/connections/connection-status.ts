import type { BacklogResponse } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { isAheadOfClock } from '../sql/has-elapsed.ts';

type ConnectionSummary = BacklogResponse['connections'][number];

/** How many of the newest rows of each table are searched for times in the future. */
const lastRows = 500;

export function createConnectionSummaryQueries(db: Kysely<Database>) {
  return {
    /** Lists the summaries of all connections, oldest connection first. */
    async listConnectionStatuses(): Promise<ConnectionSummary[]> {
      const { rows } = await sql<ConnectionSummary>`
        select
          connection.id as connection_id, provider, status = 'active' as is_active,
          (webhook ->> 'deliveredAt')::timestamptz as last_received_at, webhook ->> 'state' as webhook,
          coalesce(existing, 0)::float8 as existing, coalesce(stored, 0)::float8 as stored,
          (select count(*)::integer from inbox where connection_id = connection.id and problem is not null) as unreadable
        from connection
        left join (
          select connection_id, sum(existing) as existing, sum(stored) as stored
          from completeness
          where day >= (now() at time zone 'UTC')::date - 30
          group by connection_id
        ) totals on totals.connection_id = connection.id
        order by created_at, connection.id`.execute(db);
      return rows;
    },

    /** Returns by how many seconds the latest stored time is in the future; 0 for less than a minute. */
    async findClockSkewSeconds(): Promise<number> {
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from latest - now())::float8 as seconds
        from (
          select greatest(
            (select max(greatest(updated_at, started_at, stale_at, checked_until)) from stream),
            (select max(received_at) from (select received_at from inbox order by id desc limit ${lastRows}) last),
            (select max(at) from (select at from event order by position desc limit ${lastRows}) last),
            (select begun_at from clustering_state)
          ) as latest
        ) stored
        where ${isAheadOfClock(sql`latest`)}`.execute(db);
      return rows[0]?.seconds ?? 0;
    },
  };
}
