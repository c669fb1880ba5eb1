import { type Migration, sql } from 'kysely';

/** Who writes an issue asks for the owners in its repository alone. */
export const ownersByRepository: Migration = {
  async up(db) {
    await sql`create index place_owner_repository on place_owner (lower(repository))`.execute(db);
  },
};
