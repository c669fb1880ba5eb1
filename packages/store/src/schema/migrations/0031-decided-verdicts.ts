import { type Migration, sql } from 'kysely';

/** A person decides whether a revert is a failure, alone or with all whose titles are alike, and sees the words that decided before. */
export const decidedVerdicts: Migration = {
  async up(db) {
    await sql`
      alter table failure
        add column deciding_words jsonb not null default '[]',
        add column decided_failure boolean`.execute(db);
    await sql`drop index failure_versions`.execute(db);
    await sql`drop index failure_listed`.execute(db);
    await sql`
      create index failure_versions on failure (id)
      include (duplicate_of, is_failure, decided_failure, fingerprint)`.execute(db);
    await sql`
      create index failure_listed on failure (occurred_at, id)
      include (is_failure, decided_failure) where duplicate_of is null`.execute(db);
    await sql`create index failure_decided on failure (id) where decided_failure is not null`.execute(db);
  },
};
