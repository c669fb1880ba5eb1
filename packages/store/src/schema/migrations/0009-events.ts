import { type Migration, sql } from 'kysely';

/** What is told to who listens, who that is, and what is still to be delivered. */
export const events: Migration = {
  async up(db) {
    await sql`
      create table event (
        place bigint generated always as identity primary key,
        id text not null unique,
        type text not null,
        pattern_id text,
        report_id text,
        digest_id text,
        at timestamptz(3) not null default now()
      )`.execute(db);
    await sql`create index event_at on event (at)`.execute(db);
    await sql`
      create table subscription (
        id text primary key,
        kind text not null,
        address bytea not null,
        shown text not null,
        secret bytea,
        events jsonb not null,
        scope text not null,
        name text not null,
        period text,
        state text not null default 'on',
        reason text,
        last_delivered_at timestamptz(3),
        last_problem text,
        last_problem_at timestamptz(3),
        failing_since timestamptz(3),
        created_at timestamptz(3) not null default now()
      )`.execute(db);
    await sql`
      create table delivery (
        id text primary key,
        place bigint not null references event on delete cascade,
        subscription_id text not null references subscription on delete cascade,
        state text not null default 'owed',
        attempts integer not null default 0,
        due_at timestamptz(3) not null default now(),
        unique (place, subscription_id)
      )`.execute(db);
    await sql`create index delivery_owed on delivery (subscription_id, place) where state = 'owed'`.execute(db);
    await sql`create index delivery_given_up on delivery (subscription_id) where state = 'given_up'`.execute(db);
  },
};
