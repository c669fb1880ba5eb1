import { type Migration, sql } from 'kysely';

/**
 * Everything that people, their tokens and the policy decide. A line is finished once and never touched again, unless
 * somebody in it is forgotten. Who is a user is kept as it was, so that nothing goes when they do. A process of the former version writes none.
 */
export const decisions: Migration = {
  async up(db) {
    await sql`
      create table decision (
        id bigint generated always as identity primary key,
        at timestamptz(3) not null default now(),
        via text not null,
        user_id text,
        user_name text not null,
        via_id text,
        token_name text,
        operation text not null,
        subject jsonb not null,
        detail jsonb not null default '{}',
        state text not null default 'begun'
      )`.execute(db);
    await sql`create index on decision (user_id, id)`.execute(db);
    await sql`create index on decision (operation, id)`.execute(db);
    await sql`create index on decision (at)`.execute(db);
    await sql`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'what was decided stays as it is' using errcode = 'restrict_violation';
      end $$`.execute(db);
    await sql`
      create trigger decision_stays before update or delete on decision
      for each row when (old.state = 'done' and coalesce(current_setting('refrain.forgetting', true), '') <> 'on')
      execute function refuse_change()`.execute(db);
    await sql`alter table correction add column decided_by jsonb`.execute(db);
    await sql`alter table improvement add column approver jsonb`.execute(db);
  },
};
