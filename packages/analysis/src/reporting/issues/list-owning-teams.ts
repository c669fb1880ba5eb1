import type { Ownership, PatternReport } from '@refrain/domain';
import { createTeamLookup } from '../../catalogue/create-team-lookup.ts';

/** Lists the teams that own the affected folders of a repository, or the whole repository if no folder is known. */
export function listOwningTeams(
  { map }: Pick<PatternReport, 'map'>,
  owners: readonly Ownership[],
  repository: string,
): string[] {
  const folders = (map?.folders ?? []).filter((folder) => folder.repository === repository).map(({ path }) => path);
  const teams = createTeamLookup({ owners, catalogue: [], episodes: [], changes: [] });
  return [...teams.ofLocation(repository, folders)].sort();
}
