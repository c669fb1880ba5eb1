import type { ObservedChange, ObservedEpisode, Ownership } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import type { DecidedPair } from './affinity.ts';
import { parentOf } from './folder-tree.ts';
import { createServiceLocations } from './service-locations.ts';

/**
 * The owners of services, repositories and files. A team is a group named in a file of a repository, never a person.
 */
export interface Teams {
  /** Sorted. */
  readonly names: readonly string[];
  ofService(service: string): ReadonlySet<string>;
  /** Returns the owners of files, or of the whole repository if `paths` is empty. */
  ofLocation(repository: string, paths: readonly string[]): ReadonlySet<string>;
}

export interface TeamsInput {
  readonly owners: readonly Ownership[];
  /** Decisions on which service runs from where. */
  readonly catalogue: readonly DecidedPair[];
  /** The source of the names of existing services and repositories. */
  readonly episodes: readonly Pick<ObservedEpisode, 'services'>[];
  readonly changes: readonly Pick<ObservedChange, 'services' | 'repository'>[];
}

/**
 * Creates a lookup of teams. Of nested owners the innermost counts, as in CODEOWNERS; a service belongs to the owners
 * of the locations that it runs from. The case of repository names is ignored.
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
    [...groupBy(owners, ({ repository, path }) => [keyOf(repository, path)])].map(([location, own]) => [
      location,
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
