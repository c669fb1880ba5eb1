import { type Migration, sql } from 'kysely';

/** Stores the values by which people sort failures. */
export const listSortColumns: Migration = {
  async up(db) {
    // A time without a time of day gives no duration.
    await sql`
      alter table failure add column duration_seconds double precision generated always as (
        case when precision in ('instant', 'minute') and resolved_at >= occurred_at
          then extract(epoch from resolved_at - occurred_at)::double precision end
      ) stored`.execute(db);
    await sql`
      create index failure_listed_duration on failure (coalesce(duration_seconds, -1), occurred_at, id)
      where duplicate_of is null`.execute(db);
  },
};
