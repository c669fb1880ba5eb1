import { type Migration, sql } from 'kysely';

export const learntVerdicts: Migration = {
  async up(db) {
    await sql`alter table failure add column decided_confidence double precision`.execute(db);
  },
};
