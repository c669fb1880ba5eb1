import type { ObservedChange, ObservedEpisode, Ownership } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import type { DecidedPair } from './affinity.ts';
import { parentOf } from './folder-tree.ts';
import { createServiceLocations } from './service-locations.ts';

/** Which teams own what. A team is a group that a file of a repository names, never a person. */
export interface Teams {
  /** Sorted. */
  readonly names: readonly string[];
  ofService(service: string): ReadonlySet<string>;
  /** Owners of files; of the whole repository where none is given. */
  ofLocation(repository: string, paths: readonly string[]): ReadonlySet<string>;
}

export interface TeamsInput {
  readonly owners: readonly Ownership[];
  /** What is decided on which service runs from where. */
  readonly catalogue: readonly DecidedPair[];
  /** What was observed names the services and repositories that there are. */
  readonly episodes: readonly Pick<ObservedEpisode, 'services'>[];
  readonly changes: readonly Pick<ObservedChange, 'services' | 'repository'>[];
}

/**
 * Of owners within each other the innermost counts, as in CODEOWNERS; a service belongs to the owners of where it runs from.
 * Repositories are the same in any case of their letters.
 */
export function createTeams({ owners, catalogue, episodes, changes }: TeamsInput): Teams {
  const { locationsOf } = createServiceLocations({
    services: [...episodes, ...changes].flatMap(({ services }) => services),
    repositories: new Map(
      [...owners, ...changes].map(({ repository }) => [repository.toLowerCase(), repository]),
    ).values(),
    catalogue,
  });
  const byLocation = new Map(
    [...groupBy(owners, ({ repository, path }) => [keyOf(repository, path)])].map(([place, own]) => [
      place,
      own.flatMap(({ teams }) => teams),
    ]),
  );
  const ownersOf = (repository: string, path: string | null): readonly string[] => {
    for (let at = path; at !== null; at = parentOf(at)) {
      const found = byLocation.get(keyOf(repository, at));
      if (found !== undefined) return found;
    }
    return byLocation.get(keyOf(repository, null)) ?? [];
  };
  return {
    names: [...new Set(owners.flatMap(({ teams }) => teams))].sort(),
    ofService: (service) => new Set(locationsOf(service).flatMap(({ repository, path }) => ownersOf(repository, path))),
    ofLocation: (repository, paths) =>
      new Set((paths.length === 0 ? [null] : paths).flatMap((path) => ownersOf(repository, path))),
  };
}

function keyOf(repository: string, path: string | null): string {
  return JSON.stringify([repository.toLowerCase(), path]);
}
