import { type Migration, sql } from 'kysely';

export const patternMechanisms: Migration = {
  async up(db) {
    await sql`alter table pattern add column mechanism text`.execute(db);
  },
};
