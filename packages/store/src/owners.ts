import type { Ownership } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

/** Which teams own which place. */
export interface OwnerQueries {
  /**
   * What all files say, by repository and path. A name that a person is known by is left out: a file may name a person where
   * a group belongs.
   */
  list(): Promise<Ownership[]>;
}

export function createOwnerQueries(db: Kysely<Database>): OwnerQueries {
  return {
    list() {
      return db
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
        .orderBy('source')
        .execute();
    },
  };
}
