import { type Migration, sql } from 'kysely';

/** Patterns tell all their likely causes and triggers; what is stored already gets them with the next grouping. */
export const causes: Migration = {
  async up(db) {
    await sql`alter table pattern add column causes jsonb, add column triggers jsonb`.execute(db);
  },
};
