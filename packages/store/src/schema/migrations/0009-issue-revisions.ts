import { type Migration, sql } from 'kysely';

export const issueRevisions: Migration = {
  async up(db) {
    await sql`alter table improvement add column issue_revision jsonb`.execute(db);
    await sql`
      update improvement set last_decision = last_decision || jsonb_build_object('id', gen_random_uuid()::text)
      where last_decision is not null`.execute(db);
  },
};
