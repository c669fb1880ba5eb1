import { groupBy } from '../collections/group-by.ts';
import { type Affinity, createAffinity, type DecidedPair, isOfPart } from './affinity.ts';

/** Where something was changed or went wrong. */
export interface Location {
  readonly repository: string;
  readonly environment: string | null;
  /** Whether the environment alone was touched, as by a deployment; what is merged reaches all. */
  readonly isDeployed: boolean;
  /** Empty where they are not known. */
  readonly paths: ReadonlySet<string>;
}

export interface KnownNames {
  /** Of services, as failures and the catalogue have them. */
  readonly services: Iterable<string>;
  readonly repositories: Iterable<string>;
  /** What people and catalogue files decided; suggestions bind nothing. */
  readonly catalogue: readonly DecidedPair[];
}

export interface ServiceLocations {
  /** Names of the services that run from a place, sorted. */
  servicesOf(place: Location): string[];
  /** The repositories or folders that a service runs from; empty where they are not known. */
  locationsOf(service: string): readonly Pick<Affinity, 'repository' | 'path'>[];
}

/** From this likeness of names on, a service is called as its repository is; linking takes the same. */
const sameNamed = 0.7;

/**
 * Which service runs from where: what is confirmed, and for a service that has no confirmed place the repository that is
 * called like it, where only one is.
 */
export function createServiceLocations({ services, repositories, catalogue }: KnownNames): ServiceLocations {
  const confirmed = catalogue.flatMap(({ service, status }) => (status === 'confirmed' ? [service] : []));
  const names = [...new Set([...services, ...confirmed])].sort();
  const affinityOf = createAffinity(names, repositories, catalogue);
  const locationsOf = new Map(names.map((service) => [service, mostConfidentOf(affinityOf(service))]));
  const found = [...locationsOf].flatMap(([service, places]) => places.map((affinity) => ({ service, affinity })));
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
  return first === undefined || first.score < sameNamed || first.score === second?.score ? [] : [first];
}
