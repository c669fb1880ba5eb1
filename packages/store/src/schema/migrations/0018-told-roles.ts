import { type Migration, sql } from 'kysely';

/** Whether somebody has their role from their provider of identities, which may take it back, or from an admin. */
export const toldRoles: Migration = {
  async up(db) {
    await sql`alter table app_user add column role_told boolean not null default false`.execute(db);
  },
};
