import type { Kysely } from 'kysely';
import type { KnownNamesReader } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';

/** Reads the known names of people, and returns a function that omits the teams whose names contain one. */
export async function createPeopleFilter(
  db: Kysely<Database>,
  knownNames: KnownNamesReader,
): Promise<(teams: readonly string[]) => string[]> {
  const { redact } = await knownNames(db);
  return (teams) => teams.filter((team) => redact(team) === team);
}
