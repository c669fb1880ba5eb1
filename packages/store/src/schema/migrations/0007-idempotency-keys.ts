import { type Migration, sql } from 'kysely';

/** What was asked with an `Idempotency-Key`, and what was answered. */
export const idempotencyKeys: Migration = {
  async up(db) {
    await sql`
      create table repeatable_request (
        id text primary key,
        fingerprint text not null,
        attempt text not null,
        answer bytea,
        begun_at timestamptz(3) not null default now()
      )`.execute(db);
    await sql`create index repeatable_request_begun_at on repeatable_request (begun_at)`.execute(db);
  },
};
