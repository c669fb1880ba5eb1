import { type Migration, sql } from 'kysely';

export const undoableDecisions: Migration = {
  async up(db) {
    await sql`
      create table correction_set (
        id text primary key,
        action text,
        pattern_id text,
        other_pattern_id text,
        episodes integer,
        reason text
      )`.execute(db);
    await sql`alter table correction add column set_id text references correction_set on delete cascade`.execute(db);
    await sql`create index correction_set_id on correction (set_id)`.execute(db);
    await sql`alter table improvement add column last_decision jsonb`.execute(db);
  },
};
