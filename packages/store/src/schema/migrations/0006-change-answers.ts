import { type Migration, sql } from 'kysely';

/** What is said of each incident and the changes around it, and which services need which, as catalogue files say. */
export const changeAnswers: Migration = {
  async up(db) {
    await sql`
      create table change_answer (
        failure_id text primary key references failure on delete cascade,
        verdict text not null,
        confidence float8 not null,
        evidence jsonb not null,
        is_decided boolean not null,
        candidates jsonb not null,
        ended_by jsonb not null
      )`.execute(db);
    await sql`
      create table service_dependency (
        service text not null,
        needs text not null,
        source text not null,
        detail text not null,
        primary key (service, needs, source)
      )`.execute(db);
    await sql`create index service_dependency_source on service_dependency (source)`.execute(db);
  },
};
