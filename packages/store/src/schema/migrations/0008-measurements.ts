import { type Migration, sql } from 'kysely';

/** What the statistics say now, of the whole and of each pattern, and the digests of periods. */
export const measurements: Migration = {
  async up(db) {
    await sql`alter table pattern add column scenario jsonb`.execute(db);
    await sql`
      create table measurement (
        only_row boolean primary key default true check (only_row),
        as_of timestamptz(3) not null,
        content jsonb not null,
        measured_at timestamptz(3) not null default now()
      )`.execute(db);
    await sql`
      create table pattern_measurement (
        pattern_id text primary key references pattern,
        content jsonb not null,
        headline text not null
      )`.execute(db);
    await sql`
      create table observed_episode (
        id text primary key,
        pattern_id text,
        cause text not null,
        trigger text not null,
        kinds jsonb not null,
        started_at timestamptz(3) not null,
        ended_at timestamptz(3),
        hours float8,
        services jsonb not null,
        repositories jsonb not null,
        environments jsonb not null,
        paths jsonb not null,
        failure_ids jsonb not null
      )`.execute(db);
    await sql`create index observed_episode_pattern_id on observed_episode (pattern_id)`.execute(db);
    await sql`create index observed_episode_started_at on observed_episode (started_at)`.execute(db);
    await sql`
      create table observed_change (
        id text primary key,
        at timestamptz(3) not null,
        repository text not null,
        environment text,
        services jsonb not null,
        paths jsonb not null
      )`.execute(db);
    await sql`create index observed_change_at on observed_change (at)`.execute(db);
    await sql`
      create table digest (
        id text primary key,
        scope text not null,
        name text not null,
        period text not null,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        content jsonb not null,
        created_at timestamptz(3) not null default now()
      )`.execute(db);
    await sql`create index digest_by_time on digest (starts_at desc, created_at desc, id desc)`.execute(db);
    await sql`create index digest_by_scope on digest (scope, name, period, starts_at desc, created_at desc)`.execute(
      db,
    );
  },
};
