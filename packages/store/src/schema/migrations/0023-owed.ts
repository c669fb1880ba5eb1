import { type Migration, sql } from 'kysely';

/**
 * What is owed and was only queued: reports of patterns whose links or figures a regrouping has changed, and a look at a stream
 * of which a webhook said that there is something. A process of the former version leaves both alone, as before.
 */
export const owed: Migration = {
  async up(db) {
    await sql`alter table pattern add column report_owed_at timestamptz(3)`.execute(db);
    await sql`create index pattern_report_owed on pattern (report_owed_at) where report_owed_at is not null`.execute(
      db,
    );
    await sql`alter table grouping_state add column is_writing boolean not null default false`.execute(db);
    await sql`alter table stream add column touched_at timestamptz(3)`.execute(db);
    await sql`create index stream_touched on stream (touched_at) where touched_at > started_at`.execute(db);
  },
};
