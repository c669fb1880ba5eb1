import type { Ownership } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface OwnerQueries {
  /** Lists the owners in catalogue files, sorted by repository and path. Omits people whose names are known. */
  listOwners(): Promise<Ownership[]>;
  /** Lists the owners of one repository like `listOwners`, ignoring the case of the name. */
  listOwnersOf(repository: string): Promise<Ownership[]>;
  /** Lists the teams that own a path, sorted, without names of known people. */
  listTeams(): Promise<string[]>;
  /** Counts the owned paths in all catalogue files except the file `source`. */
  countOwnersOutside(source: string): Promise<number>;
}

export function createOwnerQueries(db: Kysely<Database>): OwnerQueries {
  const owners = () =>
    db
      .selectFrom('codeOwner')
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
    listOwners: () => owners().execute(),
    listOwnersOf: (repository) =>
      owners().where(sql<SqlBool>`lower(repository) = ${repository.toLowerCase()}`).execute(),
    async listTeams() {
      const { rows } = await sql<{ team: string }>`
        select distinct team from code_owner cross join lateral jsonb_array_elements_text(teams) as said (team)
        where not exists (select from person_name where lower(name) = lower(team))
        order by team`.execute(db);
      return rows.map(({ team }) => team);
    },
    async countOwnersOutside(source) {
      const { places } = await db
        .selectFrom('codeOwner')
        .select(({ fn }) => fn.countAll<number>().as('places'))
        .where('source', '<>', source)
        .executeTakeFirstOrThrow();
      return Number(places);
    },
  };
}
