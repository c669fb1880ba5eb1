import { type Migration, sql } from 'kysely';

/**
 * What lists are read and counted by: in the order of a page, and without the rows themselves. Repositories and
 * environments by a hash, for a name may be longer than an entry of a B-tree. Words are looked for in small letters: to
 * turn them into such ones each time takes most of the time.
 */
const statements = [
  'create index failure_listed on failure (occurred_at, id) include (is_failure) where duplicate_of is null',
  'create index failure_listed_kind on failure (kind, occurred_at, id) where duplicate_of is null',
  'drop index failure_repository',
  'create index failure_repository on failure (hashtextextended(repository, 0), occurred_at, id)',
  `create index failure_environment on failure (hashtextextended(environment, 0), occurred_at, id)
    where environment is not null`,
  'create index failure_services on failure using gin (services)',
  'create index pattern_member_provisional on pattern_member (failure_id) where provisional',
  `alter table pattern add column searched text not null
    generated always as (lower(name || ' ' || lesson || ' ' || terms::text)) stored`,
  'create index pattern_first_at on pattern (first_at, id) where retired_at is null',
];

export const listIndexes: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
