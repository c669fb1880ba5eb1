import { type Migration, sql } from 'kysely';

/**
 * Open pull requests that are to be looked at, which was only queued, and repositories whose changes were looked at for reverts and
 * rollbacks, which each process knew for itself. A process of the former version leaves both alone: what it has looked at is looked at
 * some times more. And indexes for what is asked every few seconds.
 */
export const looks: Migration = {
  async up(db) {
    await sql`
      create table pull_look (
        connection_id text not null references connection on delete cascade,
        repository text not null,
        number integer not null,
        at timestamptz(3) not null default now(),
        tries integer not null default 0,
        primary key (connection_id, repository, number)
      )`.execute(db);
    await sql`
      create table detection (
        connection_id text not null references connection on delete cascade,
        repository text not null,
        version text not null,
        at timestamptz(3) not null default now()
      )`.execute(db);
    await sql`create unique index detection_repository on detection (connection_id, hashtextextended(repository, 0))`.execute(
      db,
    );
    await sql`create index change_occurred_at on change (occurred_at)`.execute(db);
    await sql`create index completeness_day on completeness (day) include (connection_id, existing, stored)`.execute(
      db,
    );
    await sql`create index stream_moving on stream (connection_id) where state in ('waiting', 'running')`.execute(db);
  },
};
