import { localAdminId } from '@refrain/domain';
import { type Migration, sql } from 'kysely';

/**
 * Who signs in, with a role. All that was there belongs to the admin of the installation, and so does what a process of the
 * former version still adds.
 */
export const users: Migration = {
  async up(db) {
    await sql`
      create table app_user (
        id text primary key,
        name text not null,
        email text,
        role text not null,
        way text not null,
        subject text not null,
        created_at timestamptz(3) not null default now(),
        last_seen_at timestamptz(3),
        disabled_at timestamptz(3),
        unique (way, subject)
      )`.execute(db);
    await sql`
      insert into app_user (id, name, role, way, subject)
      values (${localAdminId}, 'the local admin', 'admin', 'link', ${localAdminId})`.execute(db);
    for (const table of ['api_token', 'sign_in_link', 'session']) {
      await sql`
        alter table ${sql.table(table)}
          add column user_id text not null default ${sql.lit(localAdminId)} references app_user on delete cascade`.execute(
        db,
      );
      await sql`create index on ${sql.table(table)} (user_id)`.execute(db);
    }
    await sql`
      alter table api_token
        add column scopes text[] not null default '{admin}',
        add column last_used_at timestamptz(3)`.execute(db);
    await sql`
      alter table session
        add column created_at timestamptz(3) not null default now(),
        add column used_at timestamptz(3) not null default now(),
        add column renewed_at timestamptz(3) not null default now(),
        add column former_hash text unique`.execute(db);
  },
};
