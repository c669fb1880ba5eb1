import { groupBy } from '../collections/group-by.ts';
import {
  affectsService,
  createRepositoryAffinityLookup,
  type DecidedCatalogueEntry,
  type RepositoryAffinity,
} from './repository-affinity.ts';

export interface LocationOfChangeOrFailure {
  readonly repository: string;
  readonly environment: string | null;
  /** Whether only `environment` is affected, as by a deployment. A merged change affects all environments. */
  readonly isDeployed: boolean;
  /** Files that the change or failure affects; empty if unknown. */
  readonly paths: ReadonlySet<string>;
}

export interface ServiceLocationLookupInput {
  readonly services: Iterable<string>;
  readonly repositories: Iterable<string>;
  /** Catalogue entries from people's decisions and from catalogue files. Suggestions are ignored. */
  readonly catalogue: readonly DecidedCatalogueEntry[];
}

/** Minimum score of a repository that nobody has confirmed. Linking uses the same minimum. */
const minUnconfirmedScore = 0.7;

/**
 * Creates a lookup of the locations of services. A service without a confirmed location gets the repository with the
 * most similar name, unless two repositories are equally similar.
 */
export function createServiceLocationLookup({ services, repositories, catalogue }: ServiceLocationLookupInput) {
  const confirmed = catalogue.flatMap(({ service, status }) => (status === 'confirmed' ? [service] : []));
  const names = [...new Set([...services, ...confirmed])].sort();
  const affinityOf = createRepositoryAffinityLookup(names, repositories, catalogue);
  const locationsOf = new Map(names.map((service) => [service, mostConfidentOf(affinityOf(service))]));
  const found = [...locationsOf].flatMap(([service, locations]) =>
    locations.map((affinity) => ({ service, affinity })),
  );
  const byRepository = groupBy(found, ({ affinity }) => [affinity.repository]);
  return {
    /** Returns the sorted names of the services whose code is at a location. */
    servicesOf({ repository, environment, isDeployed, paths }: LocationOfChangeOrFailure): string[] {
      const change = { kind: isDeployed ? 'deployment' : 'merged_pull_request', environment } as const;
      const fitting = (byRepository.get(repository) ?? []).filter(({ affinity }) =>
        affectsService(affinity, change, paths),
      );
      return [...new Set(fitting.map(({ service }) => service))];
    },
    /** Returns the repositories or folders that contain a service's code; empty if unknown. */
    locationsOf: (service: string) => locationsOf.get(service) ?? [],
  };
}

function mostConfidentOf(affinities: readonly RepositoryAffinity[]): readonly RepositoryAffinity[] {
  const confirmed = affinities.filter(({ isConfirmed }) => isConfirmed);
  if (confirmed.length > 0) return confirmed;
  const [first, second] = affinities;
  return first === undefined || first.score < minUnconfirmedScore || first.score === second?.score ? [] : [first];
}
