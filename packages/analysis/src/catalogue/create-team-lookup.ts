import type { ObservedChange, ObservedEpisode, Ownership } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { parentFolderOf } from './folder-tree.ts';
import type { DecidedCatalogueEntry, RepositoryAffinity } from './repository-affinity.ts';
import { createServiceLocationLookup } from './service-location-lookup.ts';

export interface TeamLookup {
  readonly names: readonly string[];
  /** Returns the owners of the repositories or folders that contain the code of a service. */
  ofService(service: string): ReadonlySet<string>;
  /** Returns the owners of files, or of the whole repository if `paths` is empty. */
  ofLocation(repository: string, paths: readonly string[]): ReadonlySet<string>;
  /** Returns the repositories or folders that contain the code of a service; empty if unknown. */
  locationsOf(service: string): readonly RepositoryAffinity[];
}

export interface TeamLookupInput {
  readonly owners: readonly Ownership[];
  readonly catalogue: readonly DecidedCatalogueEntry[];
  readonly episodes: readonly Pick<ObservedEpisode, 'services'>[];
  readonly changes: readonly Pick<ObservedChange, 'services' | 'repository'>[];
}

/**
 * Creates a lookup of the teams that own services and files. The owners of the innermost folder count, as in
 * CODEOWNERS.
 */
export function createTeamLookup({ owners, catalogue, episodes, changes }: TeamLookupInput): TeamLookup {
  const { locationsOf } = createServiceLocationLookup({
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
    for (let at = path; at !== null; at = parentFolderOf(at)) {
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
    locationsOf,
  };
}

function keyOf(repository: string, path: string | null): string {
  return JSON.stringify([repository.toLowerCase(), path]);
}
