import type { Ownership, PatternReport } from '@refrain/domain';
import { createTeams } from '../../catalogue/create-teams.ts';

/**
 * Lists the teams that own where a pattern happens in a repository: the shared folders of its episodes, or the whole
 * repository.
 */
export function listOwners(
  { map }: Pick<PatternReport, 'map'>,
  owners: readonly Ownership[],
  repository: string,
): string[] {
  const folders = (map?.folders ?? []).filter((folder) => folder.repository === repository).map(({ path }) => path);
  const teams = createTeams({ owners, catalogue: [], episodes: [], changes: [] });
  return [...teams.ofLocation(repository, folders)].sort();
}
