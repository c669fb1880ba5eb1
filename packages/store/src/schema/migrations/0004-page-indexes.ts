import { type Migration, sql } from 'kysely';

/** Failures and changes are found by the address of their page. By a hash, for an address may be longer than an index entry. */
export const pageIndexes: Migration = {
  async up(db) {
    await sql`create index failure_url on failure (hashtextextended(lower(url), 0)) where url is not null`.execute(db);
    await sql`create index change_url on change (hashtextextended(lower(url), 0)) where url is not null`.execute(db);
  },
};
