import { type Migration, sql } from 'kysely';

/** Patterns are ranked by harm. Rows of former versions come last until the next grouping. */
export const patternHarm: Migration = {
  async up(db) {
    await sql`alter table pattern add column harm float8 not null default 0`.execute(db);
    await sql`create index pattern_harm on pattern (harm, last_at, id) where retired_at is null`.execute(db);
  },
};
