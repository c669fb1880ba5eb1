import { type Migration, sql } from 'kysely';

/**
 * What people say of a pattern; and of what was measured the little that lists of patterns show and are narrowed by: they read
 * no measurement whole.
 */
export const patternReview: Migration = {
  async up(db) {
    await sql`alter table pattern add column judgement text`.execute(db);
    await sql`
      alter table pattern_measurement
        add column recurrence text generated always as (content ->> 'recurrence') stored,
        add column direction text generated always as (content #>> '{trend,perWeek,direction}') stored,
        add column chance30 double precision generated always as (
          (jsonb_path_query_first(content, '$.forecast.horizons[*] ? (@.days == 30).chance') #>> '{}')::double precision
        ) stored`.execute(db);
  },
};
