import type {
  ObservedChange,
  ObservedEpisode,
  OwnerFile,
  Provider,
  ServiceTeams,
  StatedOwnership,
} from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { parentFolderOf } from './folder-tree.ts';
import type { DecidedCatalogueEntry, RepositoryAffinity } from './repository-affinity.ts';
import { createServiceLocationLookup } from './service-location-lookup.ts';

/** States who names the teams: files in repositories, or a provider. */
export interface TeamSource {
  readonly files: readonly OwnerFile[];
  readonly provider: Provider | null;
}

export interface TeamLookup {
  readonly names: readonly string[];
  /**
   * Returns the owners of the repositories or folders that contain the code of a service, or else the teams that a
   * provider names for the service.
   */
  ofService(service: string): ReadonlySet<string>;
  sourceOfService(service: string): TeamSource;
  /** Returns the owners of files, or of the whole repository if `paths` is empty. */
  ofLocation(repository: string, paths: readonly string[]): ReadonlySet<string>;
  sourceOfRepository(repository: string): TeamSource;
  /** Returns the repositories or folders that contain the code of a service; empty if unknown. */
  locationsOf(service: string): readonly RepositoryAffinity[];
}

export interface TeamLookupInput {
  readonly owners: readonly StatedOwnership[];
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
  const byLocation = groupBy(owners, ({ repository, path }) => [keyOf(repository, path)]);
  const ownershipsOf = (repository: string, path: string | null): readonly StatedOwnership[] => {
    for (let at = path; at !== null; at = parentFolderOf(at)) {
      const found = byLocation.get(keyOf(repository, at));
      if (found !== undefined) return found;
    }
    return byLocation.get(keyOf(repository, null)) ?? [];
  };
  const ofCode = (service: string): readonly StatedOwnership[] =>
    locationsOf(service)
      .flatMap(({ repository, path }) => ownershipsOf(repository, path))
      .filter(({ teams }) => teams.length > 0);
  const ofProviders = groupBy(serviceTeams, ({ service }) => [service]);
  return {
    names: [...listTeams([...owners, ...serviceTeams])].sort(),
    ofService(service) {
      const owned = ofCode(service);
      return listTeams(owned.length > 0 ? owned : (ofProviders.get(service) ?? []));
    },
    sourceOfService(service) {
      const files = listFiles(ofCode(service));
      return { files, provider: files.length > 0 ? null : (ofProviders.get(service)?.[0]?.provider ?? null) };
    },
    ofLocation: (repository, paths) =>
      listTeams((paths.length === 0 ? [null] : paths).flatMap((path) => ownershipsOf(repository, path))),
    sourceOfRepository: (repository) => ({ files: listFiles(ownershipsOf(repository, null)), provider: null }),
    locationsOf,
  };
}

function listTeams(owned: readonly { readonly teams: readonly string[] }[]): Set<string> {
  return new Set(owned.flatMap(({ teams }) => teams));
}

function listFiles(owned: readonly StatedOwnership[]): OwnerFile[] {
  return [...new Set(owned.flatMap(({ teams, file }) => (teams.length > 0 ? [file] : [])))].sort();
}

function keyOf(repository: string, path: string | null): string {
  return JSON.stringify([repository.toLowerCase(), path]);
}
