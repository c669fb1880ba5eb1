import { type Migration, sql } from 'kysely';

/** Failures and episodes know how precise their times are. Rows of former versions count as precise until they are read again. */
export const timePrecision: Migration = {
  async up(db) {
    for (const table of ['failure', 'observed_episode'])
      await sql`alter table ${sql.table(table)} add column precision text not null default 'instant'`.execute(db);
  },
};
