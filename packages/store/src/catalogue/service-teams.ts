import type { ServiceTeams } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { ErasedNameRecogniserReader } from '../names/erased-names.ts';
import type { KnownNamesReader } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { createPeopleFilter } from './create-people-filter.ts';
import { isPersonName } from './is-person-name.ts';
import { createTeamNameUnifier } from './unify-team-name.ts';

/** Stores the teams of services, as accounts such as PagerDuty name them. */
export function createServiceTeamQueries(
  db: Kysely<Database>,
  erased: ErasedNameRecogniserReader,
  knownNames: KnownNamesReader,
) {
  async function listCodeTeams(): Promise<string[]> {
    const { rows } = await sql<{ team: string }>`
      select distinct team from code_owner cross join lateral jsonb_array_elements_text(teams) as said (team)
      where not ${isPersonName('team')}
      order by team`.execute(db);
    const omit = await createPeopleFilter(db, knownNames);
    return omit(rows.map(({ team }) => team));
  }

  /** Spells a team that CODEOWNERS names too as CODEOWNERS does, so that each team has one name. */
  async function listServiceTeams(codeTeams?: readonly string[]): Promise<ServiceTeams[]> {
    const { rows } = await sql<ServiceTeams>`
      select service, provider, array(
        select team from jsonb_array_elements_text(teams) as said (team) where not ${isPersonName('team')} order by team
      ) as teams
      from service_team join connection on connection.id = connection_id
      order by service, connection_id`.execute(db);
    if (rows.length === 0) return [];
    const unify = createTeamNameUnifier(codeTeams ?? (await listCodeTeams()));
    const omit = await createPeopleFilter(db, knownNames);
    return rows.flatMap(({ teams, ...row }) => {
      const nameless = omit(teams);
      return nameless.length === 0 ? [] : [{ ...row, teams: [...new Set(nameless.map(unify))] }];
    });
  }

  return {
    /** Lists the services with teams, sorted by name. Omits teams whose names contain a known name of a person. */
    listServiceTeams: (): Promise<ServiceTeams[]> => listServiceTeams(),

    /** Lists all teams that own a path or a service, sorted. Omits teams whose names contain a known name of a person. */
    async listTeams(): Promise<string[]> {
      const codeTeams = await listCodeTeams();
      const ofServices = await listServiceTeams(codeTeams);
      return [...new Set([...codeTeams, ...ofServices.flatMap(({ teams }) => teams)])].sort();
    },

    /** Replaces the teams of all services of a connection. Omits teams whose names contain an erased name. */
    async replaceServiceTeams(
      connectionId: string,
      services: readonly { readonly name: string; readonly teams?: readonly string[] }[],
    ): Promise<void> {
      const { redact } = await erased(db);
      const rows = services.flatMap(({ name, teams = [] }) => {
        const kept = teams.filter((team) => redact(team) === team);
        return kept.length === 0 ? [] : [{ name, teams: JSON.stringify(kept) }];
      });
      const names = rows.map(({ name }) => name);
      await inTransaction(db, async (transaction) => {
        await sql`
          delete from service_team where connection_id = ${connectionId} and service <> all(${names}::text[])`.execute(
          transaction,
        );
        await sql`
          insert into service_team (connection_id, service, teams)
          select distinct on (service) connection.id, service, teams::jsonb
          from connection, unnest(${names}::text[], ${rows.map(({ teams }) => teams)}::text[]) as said (service, teams)
          where connection.id = ${connectionId}
          order by service, teams
          on conflict (connection_id, service) do update set teams = excluded.teams
          where service_team.teams <> excluded.teams`.execute(transaction);
      });
    },
  };
}
