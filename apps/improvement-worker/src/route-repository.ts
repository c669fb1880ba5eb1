import type { PatternReport } from '@refrain/domain';

/** Repository of each linked change, by the change's id. */
export type RepositoryOfChange = ReadonlyMap<string, string>;

/**
 * Where a pattern's fix belongs: the repository that most of its episodes point to, by their failures or by the changes
 * that are linked to these. An episode counts once per repository; of equals, the first by name.
 * @param fallback where no repository is known
 */
export function routeRepository(
  { members, links }: Pick<PatternReport, 'members' | 'links'>,
  repositoryOfChange: RepositoryOfChange,
  fallback: string | null,
): string | null {
  const episodeOf = new Map(members.map(({ failureId, episodeId }) => [failureId, episodeId]));
  const votes = [
    ...members.map(({ episodeId, repository }) => ({ episodeId, repository })),
    ...links.map(({ failureId, targetId }) => ({
      episodeId: episodeOf.get(failureId),
      repository: repositoryOfChange.get(targetId) ?? null,
    })),
  ];
  const episodesOf = new Map<string, Set<string>>();
  for (const { episodeId, repository } of votes) {
    if (repository === null || episodeId === undefined) continue;
    episodesOf.set(repository, (episodesOf.get(repository) ?? new Set()).add(episodeId));
  }
  const [best] = [...episodesOf].sort(([a, of], [b, than]) => than.size - of.size || (a < b ? -1 : 1));
  return best?.[0] ?? fallback;
}
