import { type Migration, sql } from 'kysely';

/** Jobs that were given up, so that they outlive Redis. What else is given up stands where it came from. */
export const deadLetters: Migration = {
  async up(db) {
    await sql`
      create table dead_job (
        id text primary key,
        queue text not null,
        name text not null,
        payload jsonb not null,
        connection_id text references connection on delete cascade,
        code text not null,
        problem text not null,
        attempts integer not null,
        at timestamptz(3) not null default now(),
        replay_asked_at timestamptz(3)
      )`.execute(db);
    await sql`create index on dead_job (connection_id)`.execute(db);
  },
};
