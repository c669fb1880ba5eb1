import {
  type CatalogueEntry,
  isRepositoryName,
  type LinkType,
  type PatternReport,
  type StatedOwnership,
} from '@refrain/domain';
import { createTeamLookup } from '../../catalogue/create-team-lookup.ts';
import { isEntryAssumedCorrect } from '../../catalogue/is-entry-assumed-correct.ts';
import { groupBy } from '../../collections/group-by.ts';

interface IssueRoutingInput extends Pick<PatternReport, 'members' | 'links'> {
  /** Repository of each linked change as `owner/name`, or its service if the repository is unknown, by change id. */
  readonly repositoryOfChange: ReadonlyMap<string, string>;
  /** Assigns services to repositories; rejected entries are ignored. */
  readonly catalogue: readonly Pick<CatalogueEntry, 'service' | 'repository' | 'status' | 'score'>[];
}

/** Weights of the repository of a failure itself and of the repositories of its services */
const weights = { own: 1, service: 0.75 } as const;
/** Weights of the repositories of linked changes, by type of link */
const linkWeights: Readonly<Record<LinkType, number>> = {
  caused_by: 1,
  resolved_by: 0.5,
  shipped_by: 0.5,
  same_episode: 0,
};

interface Vote {
  readonly episodeId: string | undefined;
  readonly repository: string | null;
  readonly weight: number;
}

/**
 * Returns the repository with the highest total weight, or the fallback if no repository is known. Each episode counts
 * once per repository, with the weight of its strongest evidence.
 */
export function chooseIssueRepository(input: IssueRoutingInput, fallback: string | null): string | null {
  const strongest = new Map<string, Map<string, number>>();
  for (const { episodeId, repository, weight } of listVotes(input)) {
    if (repository === null || episodeId === undefined || weight === 0) continue;
    const ofRepository = strongest.get(repository) ?? new Map<string, number>();
    strongest.set(repository, ofRepository.set(episodeId, Math.max(weight, ofRepository.get(episodeId) ?? 0)));
  }
  const sums = [...strongest].map(([repository, of]) => {
    const sum = [...of.values()].reduce((total, weight) => total + weight, 0);
    return { repository, sum };
  });
  const [best] = sums.sort((a, b) => b.sum - a.sum || (a.repository < b.repository ? -1 : 1));
  return best?.repository ?? fallback;
}

function listVotes({ members, links, repositoryOfChange, catalogue }: IssueRoutingInput): Vote[] {
  const episodeOf = new Map(members.map(({ failureId, episodeId }) => [failureId, episodeId]));
  const entriesOf = groupBy(catalogue.filter(isEntryAssumedCorrect), ({ service }) => [service]);
  const locationsOf = (service: string) => (entriesOf.get(service) ?? []).map(({ repository }) => repository);
  return [
    ...members.flatMap(({ episodeId, repository, services }) => [
      { episodeId, repository, weight: weights.own },
      ...services.flatMap(locationsOf).map((place) => ({ episodeId, repository: place, weight: weights.service })),
    ]),
    ...links.flatMap(({ type, failureId, targetId }) => {
      const place = repositoryOfChange.get(targetId) ?? '';
      // A deployment known only from PagerDuty has a service instead of a repository.
      const repositories = isRepositoryName(place) ? [place] : locationsOf(place);
      const weight = linkWeights[type];
      return repositories.map((repository) => ({ episodeId: episodeOf.get(failureId), repository, weight }));
    }),
  ];
}

/** Lists the teams that own the affected folders of a repository, or the whole repository if no folder is known. */
export function listOwningTeams(
  { map }: Pick<PatternReport, 'map'>,
  owners: readonly StatedOwnership[],
  repository: string,
): string[] {
  const folders = (map?.folders ?? []).filter((folder) => folder.repository === repository).map(({ path }) => path);
  const teams = createTeamLookup({ owners, serviceTeams: [], catalogue: [], episodes: [], changes: [] });
  return [...teams.ofLocation(repository, folders)].sort();
}
