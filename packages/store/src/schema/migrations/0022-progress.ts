import { type Migration, sql } from 'kysely';

/**
 * When a record began to wait, when a failure came in, and which failures the last grouping was the first to know: how long what
 * comes in is on its way. Of what is stored already it is not known, and what a process of the former version adds has it too.
 */
export const progress: Migration = {
  async up(db) {
    await sql`alter table inbox_waiting add column since timestamptz(3) not null default now()`.execute(db);
    await sql`alter table failure add column stored_at timestamptz(3)`.execute(db);
    await sql`alter table failure alter column stored_at set default now()`.execute(db);
    await sql`create index failure_stored_at on failure (stored_at) where stored_at is not null`.execute(db);
    await sql`
      alter table grouping_state
        add column known_from timestamptz(3),
        add column known_until timestamptz(3)`.execute(db);
  },
};
