import { type Migration, sql } from 'kysely';

/** What an issue's people and pull requests say of it, the policy by which issues are opened, and every write at a provider. */
export const improvementLoop: Migration = {
  async up(db) {
    await sql`
      alter table improvement
        add column reason text,
        add column state_since timestamptz(3) not null default now(),
        add column note text,
        add column guardrail_id text,
        add column people_hours double precision,
        add column approved_by text,
        add column opened_at timestamptz(3),
        add column issue_state text,
        add column follows_url text,
        add column synced_at timestamptz(3),
        add column last_comment_id bigint not null default 0,
        add column told jsonb not null default '[]',
        add column snoozed_until timestamptz(3),
        add column fix jsonb,
        add column effect jsonb,
        add column past_fixes jsonb not null default '[]'`.execute(db);
    await sql`update improvement set issue_state = 'open', opened_at = updated_at, state_since = updated_at where issue_number is not null`.execute(
      db,
    );
    await sql`create index improvement_issue on improvement (repository, issue_number)`.execute(db);
    await sql`
      create table improvement_policy (
        only_row boolean primary key default true check (only_row),
        policy jsonb not null,
        decided_by text not null,
        decided_at timestamptz(3) not null default now()
      )`.execute(db);
    await sql`
      create table provider_write (
        id text primary key,
        connection_id text not null,
        action text not null,
        place text not null,
        why text not null,
        by text not null,
        content jsonb not null,
        state text not null,
        url text,
        problem text,
        undo jsonb,
        undo_asked_by text,
        at timestamptz(3) not null default now(),
        settled_at timestamptz(3)
      )`.execute(db);
    await sql`
      create table incident_note (
        id text primary key,
        connection_id text not null,
        incident_id text not null,
        content text not null,
        sender text not null,
        state text not null default 'owed',
        begun_at timestamptz(3) not null default now(),
        unique (connection_id, incident_id)
      )`.execute(db);
    await sql`create index incident_note_owed on incident_note (begun_at) where state = 'owed'`.execute(db);
    await sql`create index provider_write_undo on provider_write (at) where undo_asked_by is not null`.execute(db);
    await sql`create index provider_write_at on provider_write (at, id)`.execute(db);
    await sql`create index provider_write_place on provider_write (place, at)`.execute(db);
  },
};
