import { type Migration, sql } from 'kysely';

export const firstAnalysis: Migration = {
  async up(db) {
    await sql`alter table clustering_state add column first_analysis_at timestamptz(3)`.execute(db);
    await sql`
      update clustering_state set first_analysis_at = clustered_at where exists (select from measurement)`.execute(db);
  },
};
