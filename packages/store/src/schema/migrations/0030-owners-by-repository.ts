import { type Migration, sql } from 'kysely';

/** An issue needs the owners of places in its own repository only. */
export const ownersByRepository: Migration = {
  async up(db) {
    await sql`create index place_owner_repository on place_owner (lower(repository))`.execute(db);
  },
};
