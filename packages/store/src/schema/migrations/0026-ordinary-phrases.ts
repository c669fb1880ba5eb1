import { type Migration, sql } from 'kysely';

/** Names of people that ordinary words are too are found only as they are written. A name is until stored texts have shown that it is none. */
export const ordinaryPhrases: Migration = {
  async up(db) {
    await sql`alter table person_name add column is_phrase boolean not null default true`.execute(db);
    // Former versions found every name in any case.
    await sql`update person_name set is_phrase = false where applied`.execute(db);
  },
};
