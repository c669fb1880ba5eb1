import { type Migration, sql } from 'kysely';

/** Open pull requests that are to be looked at, which was only queued. A process of the former version leaves it alone, as before. */
export const pullLooks: Migration = {
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
  },
};
