import { type Migration, sql } from 'kysely';

/** What is said of open pull requests. */
export const pullChecks: Migration = {
  async up(db) {
    await sql`
      create table pull_check (
        id text primary key,
        connection_id text not null,
        repository text not null,
        number integer not null,
        head_sha text not null,
        state text not null,
        pattern_id text,
        failure_ids jsonb not null,
        score double precision not null,
        usual double precision not null,
        check_run_id bigint,
        is_asked_again boolean not null default false,
        url text,
        at timestamptz(3) not null default now(),
        unique (connection_id, repository, number)
      )`.execute(db);
    await sql`create index pull_check_pattern on pull_check (pattern_id, repository)`.execute(db);
    await sql`create index pull_check_at on pull_check (at, id)`.execute(db);
    // The id of a report follows from the two: of two that write the same at once, the second one must meet the first at no other index.
    await sql`alter table report drop constraint report_pattern_id_digest_key`.execute(db);
  },
};
