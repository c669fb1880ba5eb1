import { type Migration, sql } from 'kysely';

/** Which teams own which place of a repository, as the files of repositories say. */
export const placeOwners: Migration = {
  async up(db) {
    await sql`
      create table place_owner (
        source text not null,
        repository text not null,
        path text,
        teams jsonb not null
      )`.execute(db);
    await sql`create index place_owner_source on place_owner (source)`.execute(db);
  },
};
