import type { Ownership, PatternReport } from '@refrain/domain';
import { createTeams } from '../../catalogue/create-teams.ts';

/** Teams that own where a pattern happens in a repository: the folders that its episodes share there, else all of it. */
export function listOwners(
  { map }: Pick<PatternReport, 'map'>,
  owners: readonly Ownership[],
  repository: string,
): string[] {
  const folders = (map?.folders ?? []).filter((folder) => folder.repository === repository).map(({ path }) => path);
  const teams = createTeams({ owners, catalogue: [], episodes: [], changes: [] });
  return [...teams.ofLocation(repository, folders)].sort();
}
