import type { OwnerFile, StatedOwnership } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { KnownNamesReader } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import { createPeopleFilter } from './create-people-filter.ts';
import { isPersonName } from './is-person-name.ts';

export function createOwnerQueries(db: Kysely<Database>, knownNames: KnownNamesReader) {
  const owners = () =>
    db
      .selectFrom('codeOwner')
      .select([
        'repository',
        'path',
        sql<string[]>`(
          select coalesce(jsonb_agg(team order by place), '[]')
          from jsonb_array_elements_text(teams) with ordinality as said (team, place)
          where not ${isPersonName('team')}
        )`.as('teams'),
        sql<OwnerFile>`case when source ~* '(^|[:/])codeowners$' then 'codeowners' else 'catalog_info' end`.as('file'),
      ])
      .orderBy('repository')
      .orderBy(sql`path nulls first`)
      .orderBy('source');
  async function omitPeople(stated: Promise<StatedOwnership[]>): Promise<StatedOwnership[]> {
    const omit = await createPeopleFilter(db, knownNames);
    return (await stated).map((one) => ({ ...one, teams: omit(one.teams) }));
  }

  return {
    /**
     * Lists the owners in catalogue files, sorted by repository and path. Omits owners whose names contain a known name
     * of a person.
     */
    listOwners: (): Promise<StatedOwnership[]> => omitPeople(owners().execute()),
    /** Lists the owners of one repository like `listOwners`, ignoring the case of the name. */
    listOwnersOf: (repository: string): Promise<StatedOwnership[]> =>
      omitPeople(owners().where(sql<SqlBool>`lower(repository) = ${repository.toLowerCase()}`).execute()),
    /** Counts the owned paths in all catalogue files except the file `source`. */
    async countOwnersOutside(source: string): Promise<number> {
      const { places } = await db
        .selectFrom('codeOwner')
        .select(({ fn }) => fn.countAll<number>().as('places'))
        .where('source', '<>', source)
        .executeTakeFirstOrThrow();
      return Number(places);
    },
  };
}
