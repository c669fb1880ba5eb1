import { type Migration, sql } from 'kysely';

/**
 * The making of a GitHub App knows who began it and by which token, and ends with their access. One that a process of the former version begins
 * has neither, and ends with its hour.
 */
export const registrationOrigin: Migration = {
  async up(db) {
    await sql`
      alter table app_registration
        add column user_id text references app_user on delete cascade,
        add column token_id text references api_token on delete cascade`.execute(db);
    for (const column of ['user_id', 'token_id'])
      await sql`create index ${sql.ref(`app_registration_${column}`)} on app_registration (${sql.ref(column)})`.execute(
        db,
      );
  },
};
