import { type Migration, sql } from 'kysely';

/** What lists of reports and the failure library show of a report, beside it: a list reads no report whole. */
export const libraryEntries: Migration = {
  async up(db) {
    await sql`
      create function library_entry(report jsonb) returns jsonb immutable parallel safe language sql as $$
        select jsonb_build_object(
          'pattern', report -> 'pattern',
          'asOf', report -> 'asOf',
          'recurrence', report #> '{measurement,recurrence}',
          'guardrail', report #> '{choice,recommendations,0,guardrail}',
          'episodes', coalesce((
            select jsonb_agg(source order by source ->> 'at' desc) from (
              select source from jsonb_array_elements(report #> '{document,sources}') as source
              where source ->> 'kind' = 'episode' order by source ->> 'at' desc limit 5
            ) as newest
          ), '[]'::jsonb)
        )
      $$`.execute(db);
    await sql`alter table report add column entry jsonb not null generated always as (library_entry(report)) stored`.execute(
      db,
    );
  },
};
