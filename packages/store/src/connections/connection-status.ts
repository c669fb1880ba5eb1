import type { Instant, Provider, WebhookState } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { isAhead } from '../sql/has-elapsed.ts';

/** The state of a connection, in figures that are cheap to query. */
export interface ConnectionSummary {
  readonly connectionId: string;
  readonly provider: Provider;
  /** Whether the connection has no problem. */
  readonly isActive: boolean;
  /** The time of the latest webhook event; null if there was none. */
  readonly lastReceivedAt: Instant | null;
  readonly webhook: WebhookState['state'];
  /** The number of records that the provider has for the last 30 days, and how many of them are stored. */
  readonly existing: number;
  readonly stored: number;
  /** Records that could not be parsed. */
  readonly unreadable: number;
}

/** The number of newest rows of a table that are searched for times ahead of the clock. */
const lastRows = 500;

/** The state of connections, for the operator of the installation. */
export interface StatusQueries {
  /** Lists the statuses, oldest connection first. */
  listConnectionStatuses(): Promise<ConnectionSummary[]>;
  /** Returns by how many seconds the newest stored time is ahead of the clock; 0 up to a minute. */
  findClockSkewSeconds(): Promise<number>;
}

export function createStatusQueries(db: Kysely<Database>): StatusQueries {
  return {
    async listConnectionStatuses() {
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

    async findClockSkewSeconds() {
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from latest - now())::float8 as seconds
        from (
          select greatest(
            (select max(greatest(updated_at, started_at, stale_at, checked_until)) from stream),
            (select max(received_at) from (select received_at from inbox order by id desc limit ${lastRows}) last),
            (select max(at) from (select at from event order by place desc limit ${lastRows}) last),
            (select begun_at from clustering_state)
          ) as latest
        ) stored
        where ${isAhead(sql`latest`)}`.execute(db);
      return rows[0]?.seconds ?? 0;
    },
  };
}
