import type { Ownership } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { lockCatalogue, putOwners } from './catalogue-file.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';

/** Which teams own which place. */
export interface OwnerQueries {
  /**
   * Makes what a source says be exactly this.
   * @param source the file that says so
   */
  replace(owners: readonly Ownership[], source: string): Promise<void>;
  /**
   * What all files say, by repository and path. A name that a person is known by is left out: a file may name a person where
   * a group belongs.
   */
  list(): Promise<Ownership[]>;
}

export function createOwnerQueries(db: Kysely<Database>): OwnerQueries {
  return {
    async replace(owners, source) {
      await inTransaction(db, async (transaction) => {
        await lockCatalogue(transaction);
        await putOwners(transaction, owners, source);
      });
    },

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
