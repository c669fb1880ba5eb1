import type { ObservedChange, ObservedEpisode, Ownership, Provider, ServiceTeams } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { parentFolderOf } from './folder-tree.ts';
import type { DecidedCatalogueEntry, RepositoryAffinity } from './repository-affinity.ts';
import { createServiceLocationLookup } from './service-location-lookup.ts';

export interface TeamLookup {
  readonly names: readonly string[];
  /**
   * Returns the owners of the repositories or folders that contain the code of a service, or else the teams that a
   * provider names for the service.
   */
  ofService(service: string): ReadonlySet<string>;
  /** Returns the provider that names the teams of a service; null if they own its code, or if none is known. */
  providerOf(service: string): Provider | null;
  /** Returns the owners of files, or of the whole repository if `paths` is empty. */
  ofLocation(repository: string, paths: readonly string[]): ReadonlySet<string>;
  /** Returns the repositories or folders that contain the code of a service; empty if unknown. */
  locationsOf(service: string): readonly RepositoryAffinity[];
}

export interface TeamLookupInput {
  readonly owners: readonly Ownership[];
  readonly serviceTeams: readonly ServiceTeams[];
  readonly catalogue: readonly DecidedCatalogueEntry[];
  readonly episodes: readonly Pick<ObservedEpisode, 'services'>[];
  readonly changes: readonly Pick<ObservedChange, 'services' | 'repository'>[];
}

/**
 * Creates a lookup of the teams that own services and files. The owners of the innermost folder count, as in
 * CODEOWNERS.
 */
export function createTeamLookup({ owners, serviceTeams, catalogue, episodes, changes }: TeamLookupInput): TeamLookup {
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
  const codeOwnersOf = (service: string): readonly string[] =>
    locationsOf(service).flatMap(({ repository, path }) => ownersOf(repository, path));
  const statedFor = groupBy(serviceTeams, ({ service }) => [service]);
  return {
    names: [...new Set([...owners, ...serviceTeams].flatMap(({ teams }) => teams))].sort(),
    ofService(service) {
      const owning = codeOwnersOf(service);
      return new Set(owning.length > 0 ? owning : (statedFor.get(service) ?? []).flatMap(({ teams }) => teams));
    },
    providerOf: (service) =>
      codeOwnersOf(service).length > 0 ? null : (statedFor.get(service)?.[0]?.provider ?? null),
    ofLocation: (repository, paths) =>
      new Set((paths.length === 0 ? [null] : paths).flatMap((path) => ownersOf(repository, path))),
    locationsOf,
  };
}

function keyOf(repository: string, path: string | null): string {
  return JSON.stringify([repository.toLowerCase(), path]);
}
