import { type Migration, sql } from 'kysely';

/**
 * Tokens, links and sessions know the token that made them, and end with it. Sessions also know how they began, so that a person
 * can tell them apart. A process of the former version makes tokens and sessions without an origin, which end as they did before.
 */
export const accessOrigin: Migration = {
  async up(db) {
    await sql`
      alter table api_token add column parent_id text references api_token on delete cascade`.execute(db);
    await sql`
      alter table sign_in_link add column token_id text references api_token on delete cascade`.execute(db);
    await sql`
      alter table session
        add column token_id text references api_token on delete cascade,
        add column via text not null default 'link',
        add column client text`.execute(db);
    for (const [table, column] of [
      ['api_token', 'parent_id'],
      ['sign_in_link', 'token_id'],
      ['session', 'token_id'],
    ] as const) {
      await sql`create index ${sql.ref(`${table}_${column}`)} on ${sql.table(table)} (${sql.ref(column)})`.execute(db);
    }
    await sql`create index session_user_id on session (user_id)`.execute(db);
  },
};
