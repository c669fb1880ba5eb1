import { type Migration, sql } from 'kysely';

export const serviceTeams: Migration = {
  async up(db) {
    await sql`
      create table service_team (
        connection_id text not null references connection on delete cascade,
        service text not null,
        teams jsonb not null,
        primary key (connection_id, service)
      )`.execute(db);
  },
};
