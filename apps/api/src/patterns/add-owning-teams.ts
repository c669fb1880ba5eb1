import { createTeamLookup } from '@refrain/analysis';
import type { Pattern } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** Adds the teams that own the services of each pattern, or its repositories if its services have no owner. */
export async function addOwningTeams<Item extends Pick<Pattern, 'services' | 'repositories'>>(
  { catalogue }: Pick<Store, 'catalogue'>,
  patterns: readonly Item[],
): Promise<(Item & { teams: string[] })[]> {
  const [owners, serviceTeams] = await Promise.all([catalogue.listOwners(), catalogue.listServiceTeams()]);
  if (owners.length + serviceTeams.length === 0) return patterns.map((pattern) => ({ ...pattern, teams: [] }));
  const entries = await catalogue.listDecided();
  const teams = createTeamLookup({ owners, serviceTeams, catalogue: entries, episodes: patterns, changes: [] });
  return patterns.map((pattern) => {
    const ofServices = new Set(pattern.services.flatMap((service) => [...teams.ofService(service)]));
    const found =
      ofServices.size > 0
        ? ofServices
        : new Set(pattern.repositories.flatMap((name) => [...teams.ofLocation(name, [])]));
    return { ...pattern, teams: [...found] };
  });
}
