import { groupBy } from '../collections/group-by.ts';
import { type Affinity, createAffinity, type DecidedPair, isOfPart } from './affinity.ts';

/** The location of a change or a failure. */
export interface Location {
  readonly repository: string;
  readonly environment: string | null;
  /** Whether only the environment is affected, as by a deployment; a merge affects all environments. */
  readonly isDeployed: boolean;
  /** Empty if unknown. */
  readonly paths: ReadonlySet<string>;
}

export interface KnownNames {
  /** Names of services in failures and in the catalogue. */
  readonly services: Iterable<string>;
  readonly repositories: Iterable<string>;
  /** Decisions of people and facts of catalogue files; suggestions are ignored. */
  readonly catalogue: readonly DecidedPair[];
}

export interface ServiceLocations {
  /** Returns the sorted names of the services that run from a location. */
  servicesOf(location: Location): string[];
  /** Returns the repositories or folders that a service runs from; empty if unknown. */
  locationsOf(service: string): readonly Pick<Affinity, 'repository' | 'path'>[];
}

/** Minimum similarity of names for a service to have its repository's name; linking uses the same value. */
const minAliasSimilarity = 0.7;

/**
 * Creates a lookup of the locations of services: confirmed ones or, for a service without one, the repository with its
 * name if there is only one.
 */
export function createServiceLocations({ services, repositories, catalogue }: KnownNames): ServiceLocations {
  const confirmed = catalogue.flatMap(({ service, status }) => (status === 'confirmed' ? [service] : []));
  const names = [...new Set([...services, ...confirmed])].sort();
  const affinityOf = createAffinity(names, repositories, catalogue);
  const locationsOf = new Map(names.map((service) => [service, mostConfidentOf(affinityOf(service))]));
  const found = [...locationsOf].flatMap(([service, locations]) =>
    locations.map((affinity) => ({ service, affinity })),
  );
  const byRepository = groupBy(found, ({ affinity }) => [affinity.repository]);
  return {
    servicesOf({ repository, environment, isDeployed, paths }) {
      const change = { kind: isDeployed ? 'deployment' : 'merged_pull_request', environment } as const;
      const fitting = (byRepository.get(repository) ?? []).filter(({ affinity }) => isOfPart(affinity, change, paths));
      return [...new Set(fitting.map(({ service }) => service))];
    },
    locationsOf: (service) => locationsOf.get(service) ?? [],
  };
}

function mostConfidentOf(affinities: readonly Affinity[]): readonly Affinity[] {
  const confirmed = affinities.filter(({ isConfirmed }) => isConfirmed);
  if (confirmed.length > 0) return confirmed;
  const [first, second] = affinities;
  return first === undefined || first.score < minAliasSimilarity || first.score === second?.score ? [] : [first];
}
