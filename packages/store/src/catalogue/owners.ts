import type { Ownership } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** Which teams own which place. */
export interface OwnerQueries {
  /**
   * What all files say, by repository and path. A name that a person is known by is left out: a file may name a person where
   * a group belongs.
   */
  list(): Promise<Ownership[]>;
  /** The same of one repository, whatever the case of letters. */
  listOf(repository: string): Promise<Ownership[]>;
  /** The teams that own something, each once, sorted; without names that a person is known by. */
  listTeams(): Promise<string[]>;
  /** How many places have owners in all files but this one. */
  countBeside(source: string): Promise<number>;
}

export function createOwnerQueries(db: Kysely<Database>): OwnerQueries {
  const owners = () =>
    db
      .selectFrom('placeOwner')
      .select([
        'repository',
        'path',
        sql<string[]>`(
          select coalesce(jsonb_agg(team order by place), '[]')
          from jsonb_array_elements_text(teams) with ordinality as said (team, place)
          where not exists (select from person_name where lower(name) = lower(team))
        )`.as('teams'),
      ])
      .orderBy('repository')
      .orderBy(sql`path nulls first`)
      .orderBy('source');
  return {
    list: () => owners().execute(),
    listOf: (repository) => owners().where(sql<SqlBool>`lower(repository) = ${repository.toLowerCase()}`).execute(),
    async listTeams() {
      const { rows } = await sql<{ team: string }>`
        select distinct team from place_owner cross join lateral jsonb_array_elements_text(teams) as said (team)
        where not exists (select from person_name where lower(name) = lower(team))
        order by team`.execute(db);
      return rows.map(({ team }) => team);
    },
    async countBeside(source) {
      const { places } = await db
        .selectFrom('placeOwner')
        .select(({ fn }) => fn.countAll<number>().as('places'))
        .where('source', '<>', source)
        .executeTakeFirstOrThrow();
      return Number(places);
    },
  };
}
