import { type Migration, sql } from 'kysely';

/** Members that no regrouping has found yet, and what the rest between two regroupings is reckoned by. */
export const arrivals: Migration = {
  async up(db) {
    await sql`alter table pattern_member add column provisional boolean not null default false`.execute(db);
    await sql`alter table grouping_state add column begun_at timestamptz(3), add column took_ms integer`.execute(db);
  },
};
