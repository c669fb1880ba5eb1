import { type Migration, sql } from 'kysely';

/** Sentence vectors of the passages of failures. A trigger deletes them when the text changes, whoever changes it. */
export const passageVectors: Migration = {
  async up(db) {
    await sql`
create table failure_vectors (
  failure_id text primary key references failure on delete cascade,
  model text not null,
  text_digest text not null,
  vectors bytea not null,
  count integer not null,
  computed_at timestamptz(3) not null default clock_timestamp()
)`.execute(db);
    await sql`create index failure_vectors_text on failure_vectors (text_digest, model)`.execute(db);
    await sql`create index failure_vectors_computed_at on failure_vectors (computed_at, failure_id)`.execute(db);
    await sql`
create function delete_outdated_vectors() returns trigger language plpgsql as $$
begin
  delete from failure_vectors where failure_id = new.id;
  return null;
end $$`.execute(db);
    await sql`
create trigger failure_vectors_outdated after update of title, text on failure
  for each row when (old.title is distinct from new.title or old.text is distinct from new.text)
  execute function delete_outdated_vectors()`.execute(db);
  },
};
