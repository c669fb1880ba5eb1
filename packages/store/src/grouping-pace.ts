import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

export interface GroupingPace {
  /** Since the last regrouping began, whether it ended or not. */
  readonly begunMsAgo: number;
  /** What the last one took that ended. */
  readonly tookMs: number;
}

/** When regroupings began and what they took, by the clock of PostgreSQL: workers may run on several machines. */
export interface GroupingPaceQueries {
  begin(): Promise<void>;
  end(): Promise<void>;
  /** Null until one that was begun has ended. */
  find(): Promise<GroupingPace | null>;
}

const msSinceBegin = sql<number>`extract(epoch from clock_timestamp() - begun_at)::float8 * 1000`;

export function createGroupingPaceQueries(db: Kysely<Database>): GroupingPaceQueries {
  return {
    async begin() {
      await sql`update grouping_state set begun_at = clock_timestamp()`.execute(db);
    },
    async end() {
      await sql`
        update grouping_state set took_ms = least(greatest(${msSinceBegin}, 0), 2147483647)::integer
        where begun_at is not null`.execute(db);
    },
    async find() {
      const row = await db
        .selectFrom('groupingState')
        .select(['tookMs', msSinceBegin.as('begunMsAgo')])
        .where('tookMs', 'is not', null)
        .executeTakeFirst();
      return row === undefined ? null : { begunMsAgo: row.begunMsAgo, tookMs: row.tookMs ?? 0 };
    },
  };
}
